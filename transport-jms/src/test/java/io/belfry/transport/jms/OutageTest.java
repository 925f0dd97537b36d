package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Aside;
import io.belfry.tck.Broker;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Freezable;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import io.belfry.testbroker.TestBroker;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broker that dies or stands still in the middle of traffic. */
class OutageTest {

  private static final SharedBroker BROKER =
      new SharedBroker(Kind.ARTEMIS_PROCESS, Setup.PLAIN.persistent());

  private static final Map<String, String> PERSISTENT = Map.of("persistent", "true");
  private static final Duration FROZEN = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final Pattern OURS_OR_THE_CLIENTS =
      Pattern.compile("^jms-|EventLoopGroup|ActiveMQ-client");

  /** Those of other tests' clients, which may live a while longer. */
  private final Set<Thread> strangers = Thread.getAllStackTraces().keySet();

  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @AfterEach
  void no_thread_is_left() {
    Waiting.until("no thread is left", this::areAllThreadsGone);
  }

  @Test
  @Timeout(180)
  void what_was_confirmed_before_the_broker_was_killed_is_done() throws Exception {
    try (Clients clients = new Clients(BROKER.running())) {
      Address work = new Address("killed.work");
      Transport pusher = clients.open(PERSISTENT);
      Transport worker = clients.open(PERSISTENT);
      Waiting.value(worker.pull(work, one -> done.add(one.payload().text())).ready());
      CompletableFuture<Void> pushing = Aside.run(() -> pushOn(pusher, work));
      Waiting.until("some were confirmed", () -> confirmed.size() > 500);

      Broker broker = BROKER.control();
      broker.kill();
      Waiting.until("sends failed", () -> failed.get() > 0);
      int before = confirmed.size();
      broker.start();
      Waiting.until("more were confirmed", () -> confirmed.size() > before + 500);
      stopped.set(true);
      Waiting.value(pushing);

      Waiting.until("every send has ended", () -> pending.get() == 0);
      Waiting.until("all that was confirmed is done", () -> done.containsAll(confirmed));
    }
  }

  @Test
  @Timeout(180)
  void nothing_hangs_while_the_broker_stands_still() throws Exception {
    TestBroker running = BROKER.running();
    Freezable broker = (Freezable) running;
    try (Clients clients = new Clients(running)) {
      Topic topic = new Topic("frozen.news");
      Address service = new Address("frozen.service");
      Transport one = clients.open();
      Transport other = clients.open();
      Waiting.value(other
          .subscribe(
              new TopicFilter("frozen.#"), (t, news) -> done.add(news.payload().text()))
          .ready());
      Waiting.value(other.serve(service, CompletableFuture::completedStage).ready());

      broker.freeze();
      long frozen = System.nanoTime();
      try {
        CompletionStage<Void> published = one.publish(topic, Message.of("lost"));
        assertThat(Waiting.failure(published)).isNotNull();
        assertThat(Waiting.failure(one.request(service, Message.of("?"), MOMENT)))
            .isNotNull();
        Waiting.until("health is not UP", () -> !one.health().isHealthy());
        Waiting.until("health is not UP", () -> !other.health().isHealthy());
        Waiting.within(
            FROZEN.plus(MOMENT),
            "the time had passed",
            () -> System.nanoTime() - frozen > FROZEN.toNanos());
      } finally {
        broker.thaw();
      }
      Waiting.until("both are UP", () -> isUp(one) && isUp(other));
      Waiting.until("a request is answered", () -> isAnswered(one, service));
      Waiting.until("news come", () -> isHeard(one, topic));
    }
  }

  /** Pushes one after the other, whatever becomes of each. */
  private void pushOn(Transport pusher, Address work) {
    for (int i = 0; !stopped.get(); i++) {
      String text = "n" + i;
      pending.incrementAndGet();
      pusher.push(work, Message.of(text)).whenComplete((nothing, failure) -> {
        if (failure == null) {
          confirmed.add(text);
        } else {
          failed.incrementAndGet();
        }
        pending.decrementAndGet();
      });
      Waiting.until("few are under way", () -> pending.get() < 100);
    }
  }

  private boolean isHeard(Transport from, Topic topic) {
    from.publish(topic, Message.of("heard"));
    return done.contains("heard");
  }

  private static boolean isAnswered(Transport from, Address service) {
    return Waiting.value(
        from.request(service, Message.of("?"), MOMENT).handle((reply, failure) -> failure == null));
  }

  private static boolean isUp(Transport transport) {
    return transport.health().isHealthy();
  }

  private boolean areAllThreadsGone() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !strangers.contains(thread))
        .map(Thread::getName)
        .noneMatch(name -> OURS_OR_THE_CLIENTS.matcher(name).find());
  }
}
