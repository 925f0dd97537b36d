package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.ZMQ;

/** Plain sockets of strangers at every port of a hub with keys: they give and get nothing. */
class CurveStrangerTest {

  private static final Duration QUIET = Duration.ofMillis(400);
  private static final String NAME = "secrets";
  private static final byte[] REQUEST = request();

  /** Who tries to come in. */
  private enum Stranger {
    WITHOUT_KEYS,
    WITH_AN_UNKNOWN_KEY,
    WITH_THE_WRONG_SERVER_KEY
  }

  private final Stage stage = new Stage().with(Side.HUB, Map.of("plain-queue", NAME));
  private final Queue<String> reached = new ConcurrentLinkedQueue<>();
  private Keys keys;

  @BeforeEach
  void makeKeys(@TempDir Path directory) throws IOException {
    keys = Keys.madeIn(directory);
    stage.with(Side.HUB, keys.settings(Side.HUB)).with(Side.SPOKE, keys.settings(Side.SPOKE));
  }

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource(Stranger.class)
  void a_stranger_gives_and_gets_nothing_at_any_port(Stranger stranger) {
    Transport hub = stage.hub();
    Transport spoke = stage.newSpoke();
    listen(hub);
    List<ZMQ.Socket> sockets =
        List.of(Port.values()).stream().map(port -> connected(stranger, port)).toList();
    byte[] good = Frames.encode(0, NAME.getBytes(StandardCharsets.UTF_8), Message.of("in"));
    assertThat(Waiting.stays(QUIET, () -> {
          hub.publish(new Topic(NAME), Message.of("out"));
          spoke.push(new Address(NAME), Message.of("out"));
          sockets.forEach(socket -> say(socket, good));
          return sockets.stream().noneMatch(CurveStrangerTest::hears);
        }))
        .as("nothing came out")
        .isTrue();
    assertThat(reached).isNotEmpty().containsOnly("out");
  }

  /** The hub's own ears: what a stranger says must not reach them, what the spoke says must. */
  private void listen(Transport hub) {
    hub.subscribe(new TopicFilter("#"), (topic, message) -> heard(message));
    hub.serve(new Address(NAME), request -> {
      heard(request);
      return CompletableFuture.completedFuture(request);
    });
  }

  private void heard(Message message) {
    reached.add(message.payload().text());
  }

  private ZMQ.Socket connected(Stranger stranger, Port port) {
    ZMQ.Socket socket = stage.socket(port.visitor());
    if (stranger != Stranger.WITHOUT_KEYS) {
      boolean isUnknown = stranger == Stranger.WITH_AN_UNKNOWN_KEY;
      KeyFile own = KeyFile.readSecret(isUnknown ? keys.strangerSecret() : keys.spokeSecret());
      KeyFile server = KeyFile.readPublic(isUnknown ? keys.hub() : keys.spoke());
      socket.setCurvePublicKey(own.publicKey());
      socket.setCurveSecretKey(own.secretKey());
      socket.setCurveServerKey(server.publicKey());
    }
    if (port == Port.EVENTS) {
      socket.subscribe(new byte[0]);
    }
    socket.connect(stage.address(port));
    return socket;
  }

  private static byte[] request() {
    byte[] name = NAME.getBytes(StandardCharsets.UTF_8);
    byte[] frame = Frames.encode(SpokeCalls.Kind.PREFIX, name, Message.of("in"));
    frame[Long.BYTES] = 1; // its kind
    return frame;
  }

  private static boolean hears(ZMQ.Socket socket) {
    return switch (socket.getSocketType()) {
      case PUSH -> false;
      default -> socket.recv(ZMQ.DONTWAIT) != null;
    };
  }

  /**
   * As a spoke or a plain client would, in the frame that belongs to the port. One frame at a time:
   * the library fails if it is turned away between two of one message.
   */
  private static void say(ZMQ.Socket socket, byte[] good) {
    switch (socket.getSocketType()) {
      case DEALER -> {
        socket.send(Duty.frame(Duty.Kind.HELLO, 1, Duty.VERSION, 0), ZMQ.DONTWAIT);
        socket.send(REQUEST, ZMQ.DONTWAIT);
      }
      case XPUB, PUSH -> socket.send(good, ZMQ.DONTWAIT);
      default -> {}
    }
  }
}
