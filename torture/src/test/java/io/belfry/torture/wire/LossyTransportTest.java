package io.belfry.torture.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.settings.Settings;
import io.belfry.tck.Waiting;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossyTransportTest {

  private static final Topic BELLS = new Topic("bells");
  private static final Address RINGER = new Address("ringer");
  private static final int MANY = 300;
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final InprocProvider provider = new InprocProvider();
  private final Transport hub = open(Side.HUB);
  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final List<Transport> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Transport::close);
    hub.close();
  }

  private Transport open(Side side) {
    return provider.open(
        Settings.of("inproc", provider.settings(), Map.of("place", "lossy")), side);
  }

  private LossyTransport spoke(Chaos sending, Chaos receiving) {
    LossyTransport spoke = new LossyTransport(open(Side.SPOKE), sending, receiving, 42);
    open.add(spoke);
    return spoke;
  }

  private Subscription listen(Transport transport) {
    Subscription subscription = transport.subscribe(
        new TopicFilter("#"), (topic, message) -> received.add(message.payload().text()));
    Waiting.value(subscription.ready());
    return subscription;
  }

  private void ring(Transport transport) {
    for (int i = 0; i < MANY; i++) {
      Waiting.value(transport.publish(BELLS, Message.of(Integer.toString(i))));
    }
  }

  @Test
  void without_chaos_all_comes_once_and_in_order() {
    LossyTransport spoke = spoke(Chaos.NONE, Chaos.NONE);
    listen(spoke);
    ring(spoke);
    Waiting.until("all came", () -> received.size() == MANY);
    assertThat(received).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
    assertThat(spoke.damage()).isEqualTo(new Damage(0, 0, 0));
  }

  @Test
  void a_receiver_loses_what_is_dropped_and_nothing_else() {
    LossyTransport spoke = spoke(Chaos.NONE, new Chaos(0.3, 0, 0, SOON));
    listen(spoke);
    ring(hub);
    Waiting.until("all came", () -> received.size() + spoke.damage().dropped() == MANY);
    assertThat(received.size()).isBetween(MANY / 2, MANY - 1);
    assertThat(received).doesNotHaveDuplicates();
  }

  @Test
  void a_sender_loses_what_is_dropped_and_is_not_told() {
    LossyTransport spoke = spoke(new Chaos(1, 0, 0, SOON), Chaos.NONE);
    listen(hub);
    ring(spoke);
    assertThat(spoke.damage().dropped()).isEqualTo(MANY);
    Waiting.value(hub.publish(BELLS, Message.of("end")));
    Waiting.until("the end came", () -> received.contains("end"));
    assertThat(received).containsExactly("end");
  }

  @Test
  void what_is_repeated_comes_twice() {
    LossyTransport spoke = spoke(new Chaos(0, 0.2, 0, SOON), new Chaos(0, 0.2, 0, SOON));
    listen(spoke);
    ring(spoke);
    Waiting.until("all came", () -> received.size() == MANY + spoke.damage().repeated());
    assertThat(received).hasSizeGreaterThan(MANY);
  }

  @Test
  void what_is_delayed_is_overtaken() {
    LossyTransport spoke = spoke(new Chaos(0, 0, 0.2, SOON), new Chaos(0, 0, 0.2, SOON));
    listen(spoke);
    ring(spoke);
    Waiting.until("all came", () -> received.size() == MANY);
    assertThat(received).doesNotHaveDuplicates();
    assertThat(received.stream().map(Integer::parseInt).toList())
        .isNotEqualTo(received.stream().map(Integer::parseInt).sorted().toList());
  }

  @Test
  void handlers_are_called_one_at_a_time_though_some_messages_are_late() {
    LossyTransport spoke = spoke(Chaos.NONE, new Chaos(0, 0.5, 0.5, Duration.ofMillis(5)));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger count = new AtomicInteger();
    Subscription subscription = spoke.subscribe(new TopicFilter("#"), (topic, message) -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      Thread.yield();
      inside.decrementAndGet();
      count.incrementAndGet();
    });
    Waiting.value(subscription.ready());
    ring(hub);
    Waiting.until("all came", () -> count.get() == MANY + spoke.damage().repeated());
    assertThat(most).hasValue(1);
  }

  @Test
  void after_closing_nothing_comes_late() {
    LossyTransport spoke = spoke(Chaos.NONE, new Chaos(0, 0, 1, SOON));
    Subscription subscription = listen(spoke);
    ring(hub);
    Waiting.until("all are under way", () -> spoke.damage().delayed() == MANY);
    subscription.close();
    int before = received.size();
    assertThat(Waiting.stays(SOON.multipliedBy(3), () -> received.size() == before))
        .isTrue();
  }

  @Test
  void a_lost_request_may_have_been_done_or_not() {
    LossyTransport spoke = spoke(Chaos.NONE, new Chaos(1, 0, 0, SOON));
    AtomicInteger served = serve();
    for (int i = 0; i < 20; i++) {
      TransportException failure =
          Waiting.failure(spoke.request(RINGER, Message.of("ring"), Duration.ofMillis(20)));
      assertThat(failure.category()).isEqualTo(Category.TIMED_OUT);
    }
    assertThat(served.get()).isBetween(1, 19);
  }

  @Test
  void a_repeated_request_is_served_twice_and_answered_once() {
    LossyTransport spoke = spoke(Chaos.NONE, new Chaos(0, 1, 0, SOON));
    AtomicInteger served = serve();
    Message answer = Waiting.value(spoke.request(RINGER, Message.of("ring"), DEADLINE));
    assertThat(answer.payload().text()).isEqualTo("rang");
    Waiting.until("it was served twice", () -> served.get() == 2);
  }

  @Test
  void a_delayed_request_is_served_when_nobody_waits_for_it() {
    LossyTransport spoke = spoke(Chaos.NONE, new Chaos(0, 0, 1, SOON));
    AtomicInteger served = serve();
    Waiting.failure(spoke.request(RINGER, Message.of("ring"), SOON));
    Waiting.until("it was served", () -> served.get() == 1);
  }

  @Test
  void closing_fails_the_requests_that_are_lost() {
    LossyTransport spoke = spoke(Chaos.NONE, new Chaos(1, 0, 0, SOON));
    var lost = spoke.request(RINGER, Message.of("ring"), DEADLINE);
    spoke.close();
    assertThat(Waiting.failure(lost).category()).isEqualTo(Category.CLOSED);
  }

  @Test
  void the_same_seed_gives_the_same_fates() {
    Chaos chaos = Chaos.evenly(0.5);
    Dice one = new Dice(chaos, 7);
    Dice same = new Dice(chaos, 7);
    for (int i = 0; i < MANY; i++) {
      assertThat(one.roll()).isEqualTo(same.roll());
      assertThat(one.delayMicros()).isEqualTo(same.delayMicros());
    }
  }

  private AtomicInteger serve() {
    AtomicInteger served = new AtomicInteger();
    Subscription service = hub.serve(RINGER, request -> {
      served.incrementAndGet();
      return CompletableFuture.completedStage(Message.of("rang"));
    });
    Waiting.value(service.ready());
    return served;
  }
}
