package io.belfry.transport.zeromq;

import io.belfry.transport.Side;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zeromq.ZMQ;

/**
 * Encryption and authentication by CURVE. A hub without a list of clients would encrypt and yet let
 * everybody in, so it is refused.
 */
final class Curve {

  private static final String DOMAIN = "global";

  private final KeyFile own;
  private final Optional<KeyFile> server;

  private Curve(KeyFile own, Optional<KeyFile> server) {
    this.own = own;
    this.server = server;
  }

  /** The keys that the settings name, if they name any. */
  static Optional<Curve> from(ZeroMqConfig config, Side side) {
    if (config.curveKey().isEmpty()) {
      boolean isHalf =
          config.curveClients().isPresent() || config.curveServerKey().isPresent();
      if (isHalf) {
        throw configuration("'curve-key' is missing; encryption needs a key of this side's own.");
      }
      return Optional.empty();
    }
    KeyFile own = KeyFile.readSecret(config.curveKey().get());
    return Optional.of(side == Side.HUB ? hub(own, config) : spoke(own, config));
  }

  private static Curve hub(KeyFile own, ZeroMqConfig config) {
    Path clients = config
        .curveClients()
        .orElseThrow(
            () -> configuration("'curve-clients' is missing; a hub lets in only keys it has."));
    if (!Files.isDirectory(clients)) {
      throw configuration("'curve-clients' names '" + clients + "', which is no directory.");
    }
    return new Curve(own, Optional.empty());
  }

  private static Curve spoke(KeyFile own, ZeroMqConfig config) {
    Path server = config
        .curveServerKey()
        .orElseThrow(
            () -> configuration("'curve-server-key' is missing; a spoke must know its hub."));
    return new Curve(own, Optional.of(KeyFile.readPublic(server)));
  }

  void applyAsServer(ZMQ.Socket socket) {
    socket.setCurveServer(true);
    socket.setZapDomain(DOMAIN);
    socket.setCurvePublicKey(own.publicKey());
    socket.setCurveSecretKey(own.secretKey());
  }

  void applyAsClient(ZMQ.Socket socket) {
    socket.setCurvePublicKey(own.publicKey());
    socket.setCurveSecretKey(own.secretKey());
    server.ifPresent(key -> socket.setCurveServerKey(key.publicKey()));
  }

  private static TransportException configuration(String sentence) {
    return new TransportException(Category.CONFIGURATION, sentence);
  }
}
