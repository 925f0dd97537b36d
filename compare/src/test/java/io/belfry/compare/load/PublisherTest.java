package io.belfry.compare.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A transport that stalls once, for a known time. Whoever waits for one message before he sends the
 * next sees one that is slow. Truly it meets all that were due meanwhile.
 */
class PublisherTest {

  private static final int RUN = 9;
  private static final long MILLI = 1_000_000;
  private static final long STALL = 400 * MILLI;
  private static final Beat BEAT = Beat.of(1_000, 0, 1_000 * MILLI);
  private static final int STALLED = 300;

  /** So many messages may be hit by stalls of the machine, which are not the subject. */
  private static final long HICCUPS = 50;

  private final Ear ear = new Ear(RUN, BEAT, Map.of());

  @Test
  void a_stall_counts_for_every_message_that_it_delays() {
    Sent sent = send(stalling());
    Histogram response = ear.heard().response();
    assertThat(response.getTotalCount()).isEqualTo(1_000);
    // Of the 400 that were due in the stall, three quarters waited for 100 ms or more.
    assertThat(countFrom(response, 100 * MILLI)).isGreaterThanOrEqualTo(295);
    assertThat(countFrom(response, 200 * MILLI)).isGreaterThanOrEqualTo(195);
    assertThat(response.getValueAtPercentile(95)).isGreaterThan(340 * MILLI);
    assertThat(response.getMaxValue()).isGreaterThanOrEqualTo(STALL);
    assertThat(sent.schedule().getValueAtPercentile(95)).isGreaterThan(340 * MILLI);
  }

  @Test
  void from_when_it_was_sent_the_same_stall_shows_in_one_message_only() {
    send(stalling());
    Histogram service = ear.heard().service();
    assertThat(countFrom(service, 100 * MILLI)).isBetween(1L, HICCUPS);
  }

  @Test
  void it_is_the_transport_that_was_late_and_not_the_sender() {
    Sent sent = send(stalling());
    assertThat(sent.blockedNanos()).isGreaterThanOrEqualTo(STALL);
    assertThat(countFrom(sent.own(), 100 * MILLI)).isLessThan(HICCUPS);
  }

  @Test
  void what_is_refused_is_told_by_number() {
    Sent sent = send(payload -> {
      long sequence = Stamp.of(payload).orElseThrow().sequence();
      if (sequence == 3) {
        throw new IllegalStateException("no");
      }
      return sequence == 5
          ? CompletableFuture.failedStage(new IllegalStateException("no"))
          : CompletableFuture.completedStage(null);
    });
    assertThat(sent.refused().stream()).containsExactly(3, 5);
    assertThat(sent.count()).isEqualTo(1_000);
    assertThat(sent.unconfirmed()).isZero();
  }

  @Test
  void what_is_under_way_is_counted() {
    Sent sent = send(payload -> new CompletableFuture<>());
    assertThat(sent.pending()).isEqualTo(1_000);
    assertThat(sent.unconfirmed()).isEqualTo(1_000);
  }

  @Test
  void who_is_too_late_gives_up() {
    Publisher publisher = new Publisher(RUN, 0, 100, BEAT, 50 * MILLI, stalling());
    publisher.begin(System.nanoTime());
    Awaitility.await().until(publisher::isDone);
    assertThat(publisher.finish(0).count()).isEqualTo(STALLED + 1);
  }

  private Sent send(Outlet outlet) {
    Publisher publisher = new Publisher(RUN, 0, 100, BEAT, 5_000 * MILLI, outlet);
    long start = System.nanoTime();
    publisher.begin(start);
    Awaitility.await().until(() -> publisher.count() == 1_000);
    return publisher.finish(200 * MILLI);
  }

  private Outlet stalling() {
    return payload -> {
      if (Stamp.of(payload).orElseThrow().sequence() == STALLED) {
        Stall.lasting(STALL);
      }
      ear.hear(payload);
      return CompletableFuture.completedStage(null);
    };
  }

  private static long countFrom(Histogram times, long nanos) {
    return times.getCountBetweenValues(nanos, Long.MAX_VALUE / 2);
  }
}
