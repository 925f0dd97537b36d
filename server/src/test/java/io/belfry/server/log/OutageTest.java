package io.belfry.server.log;

import static io.belfry.server.log.TestLog.publication;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.server.store.StoreConfig;
import io.belfry.service.Event;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import io.belfry.teststore.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away, and comes back. */
class OutageTest {

  private static final String DONE = "DONE";

  @TempDir
  Path directory;

  /** By text: the code it was refused with, or DONE. */
  private final Map<String, String> outcomes = new ConcurrentHashMap<>();

  private final AtomicBoolean isOver = new AtomicBoolean();

  @Test
  @Timeout(120)
  void a_killed_database_costs_no_acknowledged_event_and_the_log_goes_on() throws Exception {
    try (TestPostgres server = TestPostgres.startOrSkip();
        TestLog test = new TestLog(
            StoreConfig.of(server.newDatabase()).waiting(Duration.ofSeconds(1)), () -> {})) {
      test.create("a");
      List<Thread> publishers = IntStream.range(0, 8)
          .mapToObj(i -> new Thread(() -> publish(test, "publisher" + i + "-")))
          .toList();
      publishers.forEach(Thread::start);
      for (int kill = 0; kill < 3; kill++) {
        long refused = count(Code.UNAVAILABLE.name());
        awaitDone(200);
        server.kill();
        Waiting.until("publications were refused", () -> count(Code.UNAVAILABLE.name()) > refused);
        server.start();
      }
      awaitDone(200);
      isOver.set(true);
      for (Thread publisher : publishers) {
        publisher.join();
      }
      check(test.all("#", 1_000));
    }
  }

  @Test
  void a_full_disk_refuses_and_loses_nothing() throws Exception {
    try (TestLog test =
        new TestLog(StoreConfig.of("jdbc:sqlite:" + directory.resolve("log.db")), () -> {})) {
      test.create("a");
      limitPages(test, 200);
      int kept = 0;
      while (tryOne(test, "event" + kept + "x".repeat(10_000))) {
        kept++;
      }
      assertThat(kept).isPositive();
      assertThat(outcomes.values()).containsOnly(DONE, Code.UNAVAILABLE.name());
      limitPages(test, 100_000);
      assertThat(test.publish("a", "again").seq()).isEqualTo(kept + 1);
      assertThat(test.all("#", 100)).hasSize(kept + 1);
    }
  }

  private static void limitPages(TestLog test, int pages) {
    test.store()
        .inTransaction(handle -> handle
            .createQuery("PRAGMA max_page_count = " + pages)
            .mapTo(Integer.class)
            .one());
  }

  private void publish(TestLog test, String name) {
    for (int i = 0; !isOver.get(); i++) {
      tryOne(test, name + i);
    }
  }

  private boolean tryOne(TestLog test, String text) {
    Throwable failure =
        Waiting.value(test.log().append(publication("a", text)).handle((value, thrown) -> thrown));
    outcomes.put(
        text, failure == null ? DONE : ((ServiceException) failure).code().name());
    return failure == null;
  }

  private void awaitDone(int more) {
    long before = count(DONE);
    Waiting.until("publishing went on", () -> count(DONE) >= before + more);
  }

  private long count(String outcome) {
    return outcomes.values().stream().filter(outcome::equals).count();
  }

  private void check(List<Event> events) {
    assertThat(events)
        .extracting(Event::seq)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, events.size()).boxed().toList());
    List<String> texts = TestLog.texts(events);
    assertThat(texts).doesNotHaveDuplicates().containsAll(with(DONE));
    assertThat(texts).doesNotContainAnyElementsOf(with(Code.UNAVAILABLE.name()));
    assertThat(outcomes.values())
        .isSubsetOf(DONE, Code.UNAVAILABLE.name(), Code.UNKNOWN_OUTCOME.name());
  }

  private List<String> with(String outcome) {
    return outcomes.keySet().stream()
        .filter(text -> outcome.equals(outcomes.get(text)))
        .toList();
  }
}
