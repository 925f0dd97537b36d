package org.example.belfry.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said at the hub's port: it ends that connection, and serves the others. */
class HostileBytesTest {

  private static final Address ECHO = new Address("echo");
  private static final Frame SUBSCRIBE = Frame.of(Kind.SUBSCRIBE, 1, "#", Frame.NOTHING);

  private final Pair pair = new Pair(Map.of());

  @AfterEach
  void othersAreServed() {
    Waiting.value(pair.hub().serve(ECHO, CompletableFuture::completedStage).ready());
    Message question = Message.of("still there?");
    assertThat(Waiting.value(pair.spoke().request(ECHO, question, Waiting.LONG)))
        .isEqualTo(question);
    pair.close();
  }

  @Test
  void who_does_not_greet_is_turned_away_without_a_word() throws IOException {
    byte[] garbage = new byte[1_000];
    new Random(1).nextBytes(garbage);
    try (Stranger web = new Stranger(pair.endpoint());
        Stranger noise = new Stranger(pair.endpoint())) {
      web.say("GET / HTTP/1.1\r\n\r\n");
      noise.say(garbage);

      assertThat(web.untilTurnedAway()).isEmpty();
      assertThat(noise.untilTurnedAway()).isEmpty();
    }
  }

  @Test
  void who_speaks_another_version_is_told_ours_and_turned_away() throws IOException {
    try (Stranger newer = new Stranger(pair.endpoint())) {
      newer.say("BELFRY/2");

      assertThat(newer.untilTurnedAway()).isEqualTo("BELFRY/1");
    }
  }

  @Test
  void who_says_nothing_is_turned_away() throws IOException {
    try (Stranger mute = new Stranger(pair.endpoint());
        Stranger greeted = Stranger.greeted(pair.endpoint())) {
      assertThat(mute.untilTurnedAway()).isEmpty();
      assertThat(greeted.untilTurnedAway()).startsWith("BELFRY/1");
    }
  }

  @ParameterizedTest
  @MethodSource
  void a_frame_that_makes_no_sense_ends_its_connection(byte[] frame) throws IOException {
    try (Stranger stranger = Stranger.greeted(pair.endpoint())) {
      stranger.say(frame);

      stranger.untilTurnedAway();
    }
  }

  static Stream<byte[]> a_frame_that_makes_no_sense_ends_its_connection() {
    byte[] good = SUBSCRIBE.encode();
    Frame named = Frame.of(Kind.PUBLISH, 0, "not a..topic", Frame.NOTHING);
    Frame unlimited = Frame.of(Kind.PULL, 1, "work", Message.of("").with("prefetch", "many"));
    return Stream.of(
        size(Integer.MAX_VALUE),
        size(Integer.MIN_VALUE),
        size(-1),
        size(0),
        size(Frame.MAX_SIZE + 1),
        with(good, 4, '?'), // No such kind.
        with(good, 4, Kind.HEARTBEAT.code(), 21, 0xFF), // A name that is longer than all.
        with(good, 24, 0xFF), // Headers that are longer than all.
        named.encode(),
        unlimited.encode(),
        Frame.of(Kind.WORK, 7, "", Frame.NOTHING).encode(), // By a worker that is none.
        together(good, good)); // A number that is taken.
  }

  @Test
  void half_a_frame_ends_its_connection_when_nothing_more_comes() throws IOException {
    byte[] frame = SUBSCRIBE.encode();
    try (Stranger cut = Stranger.greeted(pair.endpoint());
        Stranger stuck = Stranger.greeted(pair.endpoint())) {
      cut.say(Arrays.copyOf(frame, frame.length - 1));
      stuck.say(Arrays.copyOf(frame, frame.length - 1));
      cut.fallSilent();

      cut.untilTurnedAway();
      stuck.untilTurnedAway();
    }
  }

  private static byte[] size(int announced) {
    return ByteBuffer.allocate(8).putInt(announced).putInt(0).array();
  }

  /** The frame with other bytes at some places: index, byte, index, byte. */
  private static byte[] with(byte[] frame, int... changes) {
    byte[] changed = frame.clone();
    for (int i = 0; i < changes.length; i += 2) {
      changed[changes[i]] = (byte) changes[i + 1];
    }
    return changed;
  }

  private static byte[] together(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }
}
