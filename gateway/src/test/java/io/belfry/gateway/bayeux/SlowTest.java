package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.config.Limits;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does not read costs little, and gets everything in the end. */
final class SlowTest {

  private static final int WAITING = 8;

  /** What a page of the log may add, however little room there is. */
  private static final int PAGE = 100;

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Limits FEW = new Limits(1 << 20, 100, 100, 0, WAITING, 1 << 20);

  @TempDir
  private Path directory;

  private static Integer[] numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toArray(Integer[]::new);
  }

  private static List<Integer> numbers(List<Object> events) {
    return events.stream().map(Room::number).toList();
  }

  @Test
  void a_socket_that_is_not_read_is_bounded_and_gets_all_later() throws Exception {
    try (Room room = Room.open(directory, FEW);
        Wire wire = Wire.open(room.at())) {
      wire.handshake();
      wire.reply(wire.connect());
      wire.subscribe("/topic/a", "");
      wire.pause();
      for (int batch = 0; batch < 4; batch++) {
        room.publish(batch * 50 + 1, batch * 50 + 50, 100_000);
        assertThat(room.waiting()).isLessThanOrEqualTo(WAITING + PAGE);
      }
      wire.goOn();
      await().atMost(LONG).until(() -> wire.events().size() >= 200);
      assertThat(numbers(wire.events())).containsExactly(numbers(1, 200));
    }
  }

  @Test
  void a_poller_that_does_not_poll_is_bounded_and_gets_all_later() throws Exception {
    try (Room room = Room.open(directory, FEW)) {
      Poller poller = new Poller(room.at());
      poller.handshake();
      poller.poll();
      poller.ask("/meta/subscribe", "'subscription':'/topic/a'");
      room.publish(1, 1_000, 10);
      assertThat(room.waiting()).isLessThanOrEqualTo(WAITING + PAGE);
      await().atMost(LONG).until(() -> {
        poller.poll();
        return poller.events().size() >= 1_000;
      });
      assertThat(numbers(poller.events())).containsExactly(numbers(1, 1_000));
    }
  }

  @Test
  void what_was_in_an_answer_that_broke_is_told_again() throws Exception {
    Limits large = new Limits(1 << 20, 100, 100, 0, 128, 64 << 20);
    try (Room room = Room.open(directory, large)) {
      Poller poller = new Poller(room.at());
      poller.handshake();
      poller.poll();
      poller.ask("/meta/subscribe", "'subscription':'/topic/a'");
      room.publish(1, 80, 250_000);
      await().atMost(LONG).until(() -> room.waiting() == 80);
      try (Socket broken =
          new Socket(InetAddress.getLoopbackAddress(), room.at().getPort())) {
        askWithoutReading(broken, poller);
        await().atMost(LONG).until(() -> room.waiting() == 0);
        broken.setSoLinger(true, 0);
      }
      await().atMost(LONG).until(() -> room.waiting() == 80);
      poller.poll();
      assertThat(numbers(poller.events())).containsExactly(numbers(1, 80));
    }
  }

  private static void askWithoutReading(Socket socket, Poller poller) throws Exception {
    byte[] body = poller
        .message("p", "/meta/connect", "'connectionType':'long-polling'")
        .getBytes(StandardCharsets.UTF_8);
    OutputStream out = socket.getOutputStream();
    String head = "POST /cometd/connect HTTP/1.1\r\nHost: localhost\r\nCookie: " + poller.cookie()
        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  @Test
  void what_comes_after_a_socket_was_closed_waits_for_the_next() throws Exception {
    try (Room room = Room.open(directory, FEW);
        Wire wire = Wire.open(room.at())) {
      String id = wire.handshake();
      wire.reply(wire.connect());
      wire.subscribe("/topic/a", "");
      wire.leave();
      room.publish(1, 5, 10);
      await().atMost(LONG).until(() -> room.waiting() == 5);
      try (Wire next = Wire.open(room.at()).as(id)) {
        next.reply(next.connect());
        await().atMost(LONG).until(() -> next.events().size() >= 5);
        assertThat(numbers(next.events())).containsExactly(numbers(1, 5));
      }
    }
  }

  @Test
  void what_was_on_a_socket_that_broke_comes_over_the_next() throws Exception {
    Limits large = new Limits(1 << 20, 100, 100, 0, 128, 64 << 20);
    try (Room room = Room.open(directory, large);
        Wire wire = Wire.open(room.at())) {
      String id = wire.handshake();
      wire.reply(wire.connect());
      wire.subscribe("/topic/a", "");
      wire.pause();
      room.publish(1, 80, 250_000);
      await().atMost(LONG).until(() -> room.waiting() < 80);
      wire.abort();
      try (Wire next = Wire.open(room.at()).as(id)) {
        next.reply(next.connect());
        room.publish(81, 81, 10);
        await().atMost(LONG).until(() -> numbers(next.events()).contains(81));
        List<Integer> come = numbers(next.events());
        // What the kernel had taken is gone; of what it had not, nothing.
        assertThat(come).containsExactly(numbers(come.get(0), 81)).hasSizeGreaterThan(10);
      }
    }
  }

  @Test
  void who_acknowledges_loses_nothing_on_a_socket_that_broke() throws Exception {
    Limits large = new Limits(1 << 20, 100, 100, 0, 20, 64 << 20);
    try (Room room = Room.open(directory, large);
        Wire wire = Wire.open(room.at())) {
      String id = wire.handshake("'ack':true");
      wire.reply(wire.connect("'ext':{'ack':0}"));
      wire.subscribe("/topic/a", "");
      room.publish(1, 40, 200_000);
      wire.pause();
      wire.connect("'ext':{'ack':1}");
      await().atMost(LONG).until(() -> room.session().isPresent());
      wire.abort();
      try (Wire next = Wire.open(room.at()).as(id)) {
        long[] batch = {1};
        await().atMost(LONG).until(() -> {
          Object ext =
              next.reply(next.connect("'ext':{'ack':" + batch[0] + "}")).get("ext");
          batch[0] = ((Number) ((Map<?, ?>) ext).get("ack")).longValue();
          return next.events().size() >= 40;
        });
        assertThat(numbers(next.events())).containsExactly(numbers(1, 40));
      }
    }
  }
}
