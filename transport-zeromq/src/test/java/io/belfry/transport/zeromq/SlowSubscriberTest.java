package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.transport.Overflow;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.SocketType;

/** Subscribers that do not keep up, and what becomes of all others. */
class SlowSubscriberTest {

  private static final Topic TOPIC = new Topic("busy");
  private static final TopicFilter FILTER = TopicFilter.exactly(TOPIC);
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration MARGIN = Duration.ofMillis(900);
  private static final Pattern DROPPED = Pattern.compile("stalled subscribers: (\\d+)");
  private static final int MESSAGES = 3_000;
  private static final int AT_ONCE = 50;

  private final Stage stage = new Stage()
      .with("slow-peer-patience", PATIENCE.toMillis() + "ms")
      .with("high-water-mark", "200");
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void clear() throws Exception {
    gate.countDown();
    stage.close();
  }

  @Test
  void a_peer_that_never_reads_holds_up_publishing_once_and_harms_nobody_else() throws IOException {
    AtomicInteger received = new AtomicInteger();
    ready(stage.newSpoke().subscribe(FILTER, (topic, message) -> received.incrementAndGet()));
    try (Zmtp deaf = Zmtp.greeted(stage.port(Port.EVENTS), SocketType.SUB)) {
      deaf.send(new byte[] {0, 1, 1}); // It subscribes to everything.
      List<Duration> times = publish(stage.hub(), received);
      assertThat(times).allMatch(time -> time.compareTo(PATIENCE.plus(MARGIN)) < 0);
      assertThat(times)
          .filteredOn(time -> time.compareTo(PATIENCE) >= 0)
          .hasSizeLessThanOrEqualTo(1);
      assertThat(received).hasValue(MESSAGES);
      assertThat(dropped()).isBetween(1L, (long) MESSAGES);
    }
  }

  @ParameterizedTest
  @EnumSource(Overflow.class)
  void a_handler_that_stalls_loses_what_its_counters_say_and_nobody_else_does(Overflow overflow) {
    Queue<Integer> slow = new ConcurrentLinkedQueue<>();
    AtomicInteger quick = new AtomicInteger();
    Transport spoke = stage.newSpoke();
    SubscribeOptions narrow = SubscribeOptions.DEFAULTS.withQueue(10, overflow);
    Subscription stalled = ready(spoke.subscribe(FILTER, narrow, (topic, message) -> {
      gate.await();
      slow.add(message.payload().toBuffer().getInt());
    }));
    ready(spoke.subscribe(FILTER, (topic, message) -> quick.incrementAndGet()));
    publish(stage.hub(), quick);
    Waiting.until("the rest was dropped", () -> stalled.counters().dropped() == MESSAGES - 11);
    gate.countDown();
    Waiting.until("what was kept was handled", () -> slow.size() == 11);
    int first = overflow == Overflow.DROP_NEWEST ? 1 : MESSAGES - 10;
    List<Integer> expected = new ArrayList<>(List.of(0));
    IntStream.range(first, first + 10).forEach(expected::add);
    assertThat(slow).containsExactlyElementsOf(expected);
    assertThat(stalled.counters().received() + stalled.counters().dropped()).isEqualTo(MESSAGES);
    assertThat(dropped()).isZero();
  }

  /** Publishes no more at once than the good subscriber can take; tells how long each took. */
  private static List<Duration> publish(Transport hub, AtomicInteger received) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      byte[] payload = new byte[16_384];
      java.nio.ByteBuffer.wrap(payload).putInt(i);
      Message message = Message.of(Payload.wrap(payload, 0, payload.length));
      long since = System.nanoTime();
      hub.publish(TOPIC, message);
      times.add(Duration.ofNanos(System.nanoTime() - since));
      int atLeast = i - AT_ONCE;
      Waiting.until("the good subscriber kept up", () -> received.get() >= atLeast);
    }
    Waiting.until("the good subscriber got all", () -> received.get() == MESSAGES);
    return times;
  }

  private long dropped() {
    Matcher sentence = DROPPED.matcher(stage.hub().health().detail());
    assertThat(sentence.find()).isTrue();
    return Long.parseLong(sentence.group(1));
  }

  private static Subscription ready(Subscription subscription) {
    Waiting.value(subscription.ready());
    return subscription;
  }
}
