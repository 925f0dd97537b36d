package io.belfry.client.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Listening;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Start;
import io.belfry.service.protocol.Beacon;
import io.belfry.tck.Waiting;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListeningsTest {

  private static final TopicFilter ALL = new TopicFilter("#");

  private final InprocWorld world = new InprocWorld();
  private final Diary diary = new Diary();

  @AfterEach
  void end() {
    world.close();
    Waiting.until(
        "every thread has ended",
        () -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("belfry-listening")));
  }

  @Test
  void contents_come_first_and_what_is_published_follows() {
    world.publish("a");
    world.publish("a");
    Listening listening = begin(new Start.Now());
    world.publish("a");
    world.publish("b");
    awaitEntries("snapshot a:2", "a:3", "b:1");
    Waiting.until("the cursor is at the end", () -> listening.cursor().offset() == 4);
  }

  @Test
  void what_the_wire_lost_comes_before_what_follows_it() {
    try (InprocWorld patient = new InprocWorld(InprocWorld.PATIENT)) {
      Waiting.value(patient.listenings.listen(ALL, new Start.From(1), diary).ready());
      patient.publish("a");
      patient.publishUnheard("a");
      patient.publish("a");
      awaitEntries("a:1", "a:2", "a:3");
    }
  }

  @Test
  void the_last_one_that_the_wire_lost_is_shown_by_a_beacon() {
    try (InprocWorld patient = new InprocWorld(InprocWorld.PATIENT)) {
      Listening listening = patient.listenings.listen(ALL, new Start.From(1), diary);
      Waiting.value(listening.ready());
      patient.publishUnheard("a");
      patient.beacon(new Beacon("e0", 1, 0, Map.of(new Topic("a"), 1L)));
      awaitEntries("a:1");
    }
  }

  @Test
  void without_beacons_the_last_one_is_found_all_the_same() {
    begin(new Start.From(1));
    world.publishUnheard("a");
    awaitEntries("a:1");
  }

  @Test
  void who_comes_back_goes_on_where_it_was() {
    Listening first = begin(new Start.From(1));
    world.publish("a");
    world.publish("b");
    awaitEntries("a:1", "b:1");
    first.close();
    String text = first.cursor().toString();
    world.publish("a");
    world.publishUnheard("b");
    begin(new Start.After(Cursor.parse(text)));
    world.publish("b");
    awaitEntries("a:1", "b:1", "a:2", "b:2", "b:3");
  }

  @Test
  void a_slow_listener_gets_all_of_it_from_a_small_memory() {
    CountDownLatch gate = new CountDownLatch(1);
    Diary slow = new Diary() {
      @Override
      public void onEvent(Event event) throws Exception {
        gate.await();
        super.onEvent(event);
      }
    };
    Waiting.value(world.listenings.listen(ALL, new Start.From(1), slow).ready());
    IntStream.range(0, 5_000).forEach(i -> world.publish("t" + i % 7));
    gate.countDown();
    Waiting.until("all have come", () -> slow.entries.size() >= 5_000);
    List<Object> ofOne = slow.entries.stream()
        .filter(entry -> entry.toString().startsWith("t3:"))
        .toList();
    assertThat(ofOne)
        .isEqualTo(
            IntStream.rangeClosed(1, ofOne.size()).mapToObj(seq -> "t3:" + seq).toList());
  }

  @Test
  void what_a_listener_throws_stops_nothing() {
    Diary failing = new Diary() {
      @Override
      public void onEvent(Event event) throws Exception {
        super.onEvent(event);
        throw new IllegalStateException("on purpose");
      }
    };
    Listening listening = world.listenings.listen(ALL, new Start.From(1), failing);
    Waiting.value(listening.ready());
    world.publish("a");
    world.publish("a");
    Waiting.until("both have come", () -> failing.entries.equals(List.of("a:1", "a:2")));
    Waiting.until("both count", () -> listening.cursor().offset() == 2);
  }

  @Test
  void another_log_is_told_and_then_read_from_its_first_event() {
    begin(new Start.From(1));
    world.publish("a");
    awaitEntries("a:1");
    synchronized (world.service) {
      world.service.log = new ModelLog("e1", "1");
    }
    world.publishUnheard("b");
    world.publish("b");
    awaitEntries("a:1", "NEW_LOG e1:0-0", "b:1", "b:2");
  }

  @Test
  void a_topic_that_is_not_there_is_refused() {
    Listening listening =
        world.listenings.listen(new TopicFilter("nowhere"), new Start.From(1), diary);
    assertThatThrownBy(() -> listening.ready().toCompletableFuture().join())
        .hasCauseInstanceOf(ServiceException.class)
        .cause()
        .extracting(e -> ((ServiceException) e).code())
        .isEqualTo(Code.UNKNOWN_TOPIC);
    Waiting.until(
        "it has ended", () -> listening.ended().toCompletableFuture().isCompletedExceptionally());
  }

  @Test
  void a_service_that_is_not_there_yet_is_waited_for() {
    AtomicBoolean isUp = new AtomicBoolean();
    try (Listenings patient = world.asking(new Sometimes(world.service, isUp::get))) {
      Listening listening = patient.listen(ALL, new Start.Now(), diary);
      assertThat(listening.ready().toCompletableFuture()).isNotDone();
      isUp.set(true);
      Waiting.value(listening.ready());
    }
  }

  @Test
  void a_subscriber_goes_on_where_the_service_remembers_it() {
    Start start = new Start.As(new Topic("me"));
    world.publish("a");
    Listening first = begin(start);
    world.publish("a");
    awaitEntries("a:2");
    first.close();
    assertThat(world.service.remembered).isEqualTo(first.cursor());
    world.publish("a");
    begin(start);
    awaitEntries("a:2", "a:3");
  }

  @Test
  void a_subscriber_ends_when_another_takes_over() {
    Start start = new Start.As(new Topic("me"));
    Listening first = begin(start);
    Waiting.value(world.listenings.listen(ALL, start, new Diary()).ready());
    world.publish("a");
    CompletableFuture<Void> ended = first.ended().toCompletableFuture();
    Waiting.until("the first has ended", ended::isCompletedExceptionally);
    assertThatThrownBy(ended::join).hasCauseInstanceOf(ServiceException.class);
  }

  @Test
  void nothing_is_called_after_it_was_closed_by_the_listener_itself() {
    CompletableFuture<Listening> self = new CompletableFuture<>();
    Diary closing = new Diary() {
      @Override
      public void onEvent(Event event) throws Exception {
        super.onEvent(event);
        self.get().close();
      }
    };
    self.complete(world.listenings.listen(ALL, new Start.From(1), closing));
    Waiting.value(self.join().ready());
    world.publish("a");
    world.publish("a");
    Waiting.value(self.join().ended());
    assertThat(closing.entries).containsExactly("a:1");
  }

  @Test
  void after_the_end_of_all_a_new_one_is_refused() {
    world.listenings.close();
    Listening listening = world.listenings.listen(ALL, new Start.Now(), diary);
    Waiting.until(
        "it is refused", listening.ready().toCompletableFuture()::isCompletedExceptionally);
  }

  private Listening begin(Start start) {
    Listening listening = world.listenings.listen(ALL, start, diary);
    Waiting.value(listening.ready());
    return listening;
  }

  private void awaitEntries(Object... expected) {
    Waiting.until(
        "these have come: " + List.of(expected), () -> diary.entries.size() >= expected.length);
    assertThat(diary.entries).containsExactly(expected);
  }
}
