package io.belfry.transport.zeromq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zeromq.ZMQ;

/**
 * Answers the library's question who may come in (ZAP, RFC 27): whoever has a key that stands in
 * the directory of clients. The directory is read at each question, so that a key that is added or
 * taken away counts from the next connection on.
 */
final class Gatekeeper implements Reader.Source {

  private static final Logger LOG = System.getLogger(Gatekeeper.class.getName());
  private static final int SEQUENCE = 3;
  private static final int MECHANISM = 7;
  private static final int CREDENTIAL = 8;
  private static final byte[] EMPTY = new byte[0];

  private final WireSocket socket;
  private final Path clients;

  Gatekeeper(ZMQ.Socket socket, Path clients) {
    this.socket = new WireSocket(socket);
    this.clients = clients;
  }

  @Override
  public WireSocket socket() {
    return socket;
  }

  @Override
  public boolean readOne() {
    List<byte[]> question = socket.receiveAll();
    if (question.size() > SEQUENCE) {
      String key = key(question);
      boolean isKnown = !key.isEmpty() && knownKeys().contains(key);
      answer(question, isKnown, key);
    }
    return !question.isEmpty();
  }

  private static String key(List<byte[]> question) {
    boolean isCurve = question.size() > CREDENTIAL
        && new String(question.get(MECHANISM), StandardCharsets.US_ASCII).equals("CURVE");
    return isCurve ? ZMQ.Curve.z85Encode(question.get(CREDENTIAL)) : "";
  }

  private void answer(List<byte[]> question, boolean isKnown, String key) {
    socket.sendTo(
        new Peer(question.get(0)),
        List.of(
            EMPTY,
            ascii("1.0"),
            question.get(SEQUENCE),
            ascii(isKnown ? "200" : "400"),
            ascii(isKnown ? "OK" : "Unknown key"),
            ascii(isKnown ? key : ""),
            EMPTY));
  }

  private Set<String> knownKeys() {
    Set<String> keys = new HashSet<>();
    try (Stream<Path> files = Files.list(clients)) {
      files.filter(Files::isRegularFile).forEach(file -> addKey(file, keys));
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, "Can''t read the directory ''{0}''; nobody is let in", clients);
    }
    return keys;
  }

  private static void addKey(Path file, Set<String> keys) {
    try {
      KeyFile.publicKeyIn(file).ifPresent(keys::add);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Can''t read ''{0}''; its key is not let in", file);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
