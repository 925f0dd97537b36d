package io.belfry.server;

import static io.belfry.tck.Waiting.until;
import static io.belfry.tck.Waiting.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.log.LogConfig;
import io.belfry.server.log.Retention;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Listening;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.ServiceException;
import io.belfry.service.Start;
import io.belfry.service.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listening in the process of the server. */
class LocalListeningTest {

  private static final Topic NEWS = new Topic("news");
  private static final Topic OTHER = new Topic("other");
  private static final TopicFilter ALL = new TopicFilter("#");
  private static final Topic NAME = new Topic("phoebus");

  @TempDir
  Path directory;

  private NotificationServer server;
  private NotificationService service;

  @BeforeEach
  void start() {
    open(Retention.UNLIMITED);
    value(service.createTopic(TopicSpec.of(NEWS)));
    value(service.createTopic(TopicSpec.of(OTHER)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void begins_with_the_content_and_goes_on_without_a_seam() throws Exception {
    List<CompletionStage<?>> publishing = new ArrayList<>();
    publish(publishing, 500);
    Collected collected = new Collected();
    try (Listening listening = service.listen(ALL, new Start.Now(), collected)) {
      publish(publishing, 500);
      publishing.forEach(stage -> value(stage));
      value(listening.ready());
      until(
          "the last one came",
          () -> collected.events.stream()
              .anyMatch(event -> event.seq() == 1_000 && event.topic().equals(NEWS)));
    }
    long seen = collected.snapshots.stream()
        .filter(snapshot -> snapshot.topic().equals(NEWS))
        .findFirst()
        .orElseThrow()
        .seq();
    assertThat(seqs(collected, NEWS))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(seen + 1, 1_000).boxed().toList());
  }

  @Test
  void a_listener_that_takes_its_time_gets_all_and_holds_up_nobody() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<Long> slow = new java.util.concurrent.CopyOnWriteArrayList<>();
    Collected quick = new Collected();
    try (Listening one = service.listen(ALL, new Start.Now(), event -> {
          release.await();
          slow.add(event.seq());
        });
        Listening other = service.listen(ALL, new Start.Now(), quick)) {
      value(one.ready());
      value(other.ready());
      List<CompletionStage<?>> publishing = new ArrayList<>();
      publish(publishing, 3_000);
      publishing.forEach(stage -> value(stage));
      quick.await(3_000);
      assertThat(slow).isEmpty();
      release.countDown();
      until("it had caught up", () -> slow.size() == 3_000);
      assertThat(slow)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 3_000).boxed().toList());
    }
  }

  @Test
  void goes_on_after_a_cursor_and_leaves_out_what_was_ahead() throws Exception {
    Event first = eventOf(publish(NEWS, "one"));
    publish(OTHER, "two");
    publish(NEWS, "three");
    Cursor cursor = new Cursor(first.epoch(), first.offset(), Map.of(NEWS, 2L));

    Collected collected = new Collected();
    try (Listening listening = service.listen(ALL, new Start.After(cursor), collected)) {
      value(listening.ready());
      publish(NEWS, "four");
      collected.await(2);
      assertThat(collected.told()).containsExactly("other 1 two", "news 3 four");
      until("the cursor had moved", () -> listening.cursor().offset() == first.offset() + 3);
    }
  }

  @Test
  void begins_with_an_event_of_each_topic() throws Exception {
    publish(NEWS, "one");
    publish(NEWS, "two");
    publish(OTHER, "three");

    Collected collected = new Collected();
    try (Listening listening = service.listen(ALL, new Start.From(2), collected)) {
      value(listening.ready());
      publish(OTHER, "four");
      collected.await(2);
      assertThat(collected.told()).containsExactly("news 2 two", "other 2 four");
    }
  }

  @Test
  void what_is_kept_no_more_is_told_as_a_gap() throws Exception {
    Event first = eventOf(publish(NEWS, "one"));
    publish(NEWS, "two");
    publish(NEWS, "three");
    server.close();
    open(new Retention(Optional.empty(), 1, Long.MAX_VALUE));
    Cursor cursor = Cursor.at(first.epoch(), first.offset());
    Collected collected = new Collected();
    until("the old ones had gone", () -> value(service.status()).first() == first.offset() + 2);

    try (Listening listening = service.listen(ALL, new Start.After(cursor), collected)) {
      collected.await(1);
      value(listening.ready());
      assertThat(collected.gaps).singleElement().satisfies(gap -> {
        assertThat(gap.reason()).isEqualTo(Gap.Reason.EXPIRED);
        assertThat(gap.topic()).contains(NEWS);
        assertThat(gap.to()).isEqualTo(2);
      });
      assertThat(collected.told()).containsExactly("news 3 three");
    }
  }

  @Test
  void a_cursor_of_another_log_is_told_so_and_goes_on_in_this_one() throws Exception {
    publish(NEWS, "one");
    Collected collected = new Collected();
    try (Listening listening =
        service.listen(ALL, new Start.After(Cursor.at("another", 7)), collected)) {
      value(listening.ready());
      collected.await(1);
      assertThat(collected.gaps)
          .singleElement()
          .satisfies(gap -> assertThat(gap.reason()).isEqualTo(Gap.Reason.NEW_LOG));
      assertThat(collected.told()).containsExactly("news 1 one");
    }
  }

  @Test
  void whoever_takes_a_name_over_ends_the_former_one() throws Exception {
    Collected first = new Collected();
    Collected second = new Collected();
    try (Listening former = service.listen(ALL, new Start.As(NAME), first)) {
      value(former.ready());
      publish(NEWS, "one");
      first.await(1);
      until("it was remembered", () -> former.cursor().offset() > 0);
      try (Listening latter = service.listen(ALL, new Start.As(NAME), second)) {
        value(latter.ready());
        publish(NEWS, "two");
        second.await(1);
        assertThatThrownBy(() -> value(former.ended()))
            .hasRootCauseInstanceOf(ServiceException.class);
        assertThat(second.told()).endsWith("news 2 two");
      }
    }
  }

  @Test
  void one_topic_that_there_is_not_is_refused() {
    Listening listening =
        service.listen(new TopicFilter("nothing"), new Start.Now(), new Collected());

    assertThatThrownBy(() -> value(listening.ready()))
        .hasRootCauseInstanceOf(ServiceException.class)
        .rootCause()
        .hasMessageContaining("nothing");
  }

  @Test
  void after_closing_nothing_is_told() throws Exception {
    Collected collected = new Collected();
    Listening listening = service.listen(ALL, new Start.Now(), collected);
    value(listening.ready());
    listening.close();
    publish(NEWS, "one");
    Collected later = new Collected();
    try (Listening other = service.listen(ALL, new Start.From(1), later)) {
      value(other.ready());
      later.await(1);
    }
    assertThat(collected.events).isEmpty();
    value(listening.ended());
  }

  private void open(Retention retention) {
    ServerConfig usual = ServerConfig.of(
        new Address("paris"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")));
    server = NotificationServer.start(
        new ServerConfig(
            usual.name(),
            usual.store(),
            LogConfig.usual().keeping(retention),
            usual.subscriptions(),
            usual.mailboxes(),
            usual.delivery(),
            usual.access(),
            Duration.ofMillis(100),
            Duration.ofMillis(50)),
        List.of());
    service = server.service();
  }

  private void publish(List<CompletionStage<?>> publishing, int count) {
    for (int i = 0; i < count; i++) {
      publishing.add(service.publish(Publication.of(NEWS, "text " + i)));
    }
  }

  private long publish(Topic topic, String text) {
    return value(service.publish(Publication.of(topic, text))).offset();
  }

  private Event eventOf(long offset) {
    return value(service.replay(new io.belfry.service.Replay.OfTopic(NEWS, 1, 100, 100)))
        .events()
        .stream()
        .filter(event -> event.offset() == offset)
        .findFirst()
        .orElseThrow();
  }

  private static List<Long> seqs(Collected collected, Topic topic) {
    return collected.events.stream()
        .filter(event -> event.topic().equals(topic))
        .map(Event::seq)
        .toList();
  }
}
