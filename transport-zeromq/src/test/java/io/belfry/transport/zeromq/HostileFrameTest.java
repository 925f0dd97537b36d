package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Clients that use the library well and send the hub what no client should. */
class HostileFrameTest {

  private static final int BATCH = 100;
  private static final int MAX_PREFIX = 900;

  private final Stage stage = new Stage().with(Side.HUB, Map.of("plain-queue", "plain"));

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource(value = Port.class, names = "PLAIN_PULL", mode = EnumSource.Mode.EXCLUDE)
  void frames_that_make_no_sense_harm_nobody(Port port) {
    Vitals vitals = new Vitals(stage);
    Set<Thread> readers = readers();
    ZMQ.Socket socket = introduced(port);
    List<byte[]> frames = new ArrayList<>(new HostileFrames().all());
    if (port == Port.EVENTS) { // Our own socket must bear what it subscribes to.
      frames.removeIf(frame -> frame.length > MAX_PREFIX);
    }
    for (int i = 0; i < frames.size(); i++) {
      send(socket, port == Port.EVENTS ? announced(frames.get(i)) : frames.get(i));
      if (i % BATCH == 0) {
        vitals.check();
      }
    }
    new HostileFrames().inSeveralFrames().forEach(parts -> send(socket, parts));
    vitals.check();
    assertThat(readers()).as("no reader ended").containsAll(readers);
  }

  @Test
  void a_plain_request_that_makes_no_sense_harms_nobody() {
    Vitals vitals = new Vitals(stage);
    ZMQ.Socket socket = introduced(Port.CALLS);
    for (byte[] frame : new HostileFrames().all()) {
      send(socket, List.of(new byte[0], frame));
    }
    vitals.check();
  }

  /** A socket that may say anything: at the events, where a subscriber cannot, a publisher. */
  private ZMQ.Socket introduced(Port port) {
    ZMQ.Socket socket =
        port == Port.EVENTS ? stage.socket(SocketType.XSUB) : stage.socket(port.visitor());
    socket.connect(stage.address(port));
    if (port == Port.DUTY) {
      send(socket, Duty.frame(Duty.Kind.HELLO, 1, Duty.VERSION, 0));
      Waiting.until("the hub welcomed the stranger", () -> socket.recv(ZMQ.DONTWAIT) != null);
    }
    if (port == Port.PUBLICATIONS) {
      Waiting.until("the hub subscribed", () -> socket.recv(ZMQ.DONTWAIT) != null);
    }
    return socket;
  }

  /** A subscription to the frame as a prefix. */
  private static byte[] announced(byte[] frame) {
    byte[] announced = new byte[frame.length + 1];
    announced[0] = 1;
    System.arraycopy(frame, 0, announced, 1, frame.length);
    return announced;
  }

  private static void send(ZMQ.Socket socket, List<byte[]> parts) {
    for (int i = 0; i < parts.size(); i++) {
      byte[] part = parts.get(i);
      int more = i < parts.size() - 1 ? ZMQ.SNDMORE : 0;
      Waiting.until("there was room", () -> socket.send(part, ZMQ.DONTWAIT | more));
    }
  }

  private static void send(ZMQ.Socket socket, byte[] frame) {
    send(socket, List.of(frame));
  }

  private static Set<Thread> readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("belfry-zeromq-(hub|spoke)"))
        .collect(Collectors.toSet());
  }
}
