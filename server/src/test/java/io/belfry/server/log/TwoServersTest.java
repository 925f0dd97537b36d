package io.belfry.server.log;

import static io.belfry.server.log.TestLog.publication;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.TopicFilter;
import io.belfry.server.store.Store;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Event;
import io.belfry.service.Published;
import io.belfry.service.Replay;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import io.belfry.teststore.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL. */
class TwoServersTest {

  private static final int EACH = 3_000;

  private TestLog one;
  private Store otherStore;
  private EventLog other;

  @BeforeEach
  void open() throws Exception {
    TestDatabase database = TestDatabase.createOrSkip();
    one = new TestLog(StoreConfig.of(database.url()), database);
    otherStore = Store.open(one.config());
    other = EventLog.open(otherStore, LogConfig.usual(), Runnable::run, Clock.systemUTC());
    IntStream.range(0, 10).forEach(i -> one.create("t" + i));
  }

  @AfterEach
  void close() throws Exception {
    if (one != null) {
      other.close();
      otherStore.close();
      one.close();
    }
  }

  @Test
  void they_share_one_sequence_and_a_reader_never_skips() {
    CompletableFuture<List<Event>> read = Aside.get(this::readAll);
    CompletableFuture<List<Published>> byOther = Aside.get(() -> publish(other, "other"));
    List<Published> published = new ArrayList<>(publish(one.log(), "one"));
    published.addAll(Waiting.value(byOther));
    List<Event> events = Waiting.value(read);
    assertThat(events)
        .extracting(Event::offset)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2 * EACH).boxed().toList());
    assertThat(published).extracting(Published::offset).doesNotHaveDuplicates();
    assertThat(TestLog.seqs(events).values())
        .allSatisfy(seqs -> assertThat(seqs)
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, seqs.size()).boxed().toList()));
    assertThat(one.log().refreshHead()).isEqualTo(other.refreshHead()).isEqualTo(2 * EACH);
  }

  @Test
  void a_key_holds_on_both() {
    List<CompletionStage<Published>> outcomes = IntStream.range(0, 1_000)
        .parallel()
        .mapToObj(i -> (i % 2 == 0 ? one.log() : other)
            .append(publication("t0", "x" + i / 10).withKey("key" + i / 10)))
        .toList();
    List<Published> published = outcomes.stream().map(Waiting::value).toList();
    assertThat(published).filteredOn(each -> !each.isRepeat()).hasSize(100);
    assertThat(one.all("#", 1_000)).hasSize(100);
    Throwable failure = Waiting.value(
        other.append(publication("t0", "y").withKey("key0")).handle((value, thrown) -> thrown));
    assertThat(((ServiceException) failure).code()).isEqualTo(Code.KEY_REUSED);
  }

  @Test
  void a_new_epoch_reaches_the_other() {
    String epoch = one.log().beginNewEpoch();
    assertThat(Waiting.value(other.append(publication("t0", "x"))).epoch()).isEqualTo(epoch);
    assertThat(other.epoch()).isEqualTo(epoch);
  }

  @Test
  void a_server_that_freezes_in_a_transaction_holds_up_the_other_for_seconds_only()
      throws Exception {
    try (Hold hold = Hold.on(otherStore)) {
      assertThat(one.publish("t0", "x").offset()).isEqualTo(1);
    }
  }

  /** By offset, as a server's cursor does; begun before there is anything. */
  private List<Event> readAll() {
    List<Event> events = new ArrayList<>();
    long after = 0;
    while (after < 2 * EACH) {
      var page = other.replay(new Replay.OfLog(new TopicFilter("#"), other.epoch(), after, 1_000));
      events.addAll(page.events());
      after = page.through();
    }
    return events;
  }

  private static List<Published> publish(EventLog log, String name) {
    List<CompletionStage<Published>> outcomes = new ArrayList<>();
    List<Published> published = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      outcomes.add(log.append(publication("t" + i % 10, name + i)));
      if (outcomes.size() == 100 || i == EACH - 1) {
        outcomes.forEach(outcome -> published.add(Waiting.value(outcome)));
        outcomes.clear();
      }
    }
    return published;
  }
}
