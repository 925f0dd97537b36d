package io.belfry.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Content;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotTest extends OnEachDatabase {

  private static final int K = 1 << 10;

  @Test
  void a_topic_without_events_is_empty() {
    test.create("a");
    test.createAppending("b");
    assertThat(test.log().snapshot(Selection.of(new TopicFilter("#"))))
        .isEqualTo(new Snapshots(
            test.log().epoch(),
            0,
            List.of(
                new Snapshot(
                    test.log().epoch(), new Topic("a"), Mode.REPLACE, 0, 1, Content.of("")),
                new Snapshot(
                    test.log().epoch(), new Topic("b"), Mode.APPEND, 0, 1, Content.of(""))),
            false));
  }

  @Test
  void the_last_event_replaces_the_content() {
    test.create("a");
    test.publishMany("a", 3);
    assertThat(snapshot("a"))
        .isEqualTo(new Snapshot(
            test.log().epoch(), new Topic("a"), Mode.REPLACE, 3, 3, Content.of("a 3")));
  }

  @Test
  void appended_events_are_joined_by_line_feeds_and_have_the_last_type() {
    test.createAppending("a");
    test.publish("a", "one");
    test.publish("a", "");
    Content html = new Content("text/html", Payload.of("<b>three</b>"));
    Waiting.value(test.log().append(new Publication(new Topic("a"), html, Optional.empty())));
    Content whole = new Content("text/html", Payload.of("one\n\n<b>three</b>"));
    assertThat(snapshot("a"))
        .isEqualTo(new Snapshot(test.log().epoch(), new Topic("a"), Mode.APPEND, 3, 1, whole));
  }

  @Test
  void of_much_appended_the_newest_whole_events_are_the_content() {
    test.createAppending("a");
    for (int i = 1; i <= 5; i++) {
      test.publish("a", String.valueOf(i).repeat(200 * K));
    }
    Snapshot snapshot = snapshot("a");
    assertThat(snapshot.first()).isEqualTo(4);
    assertThat(snapshot.content().payload().size()).isEqualTo(400 * K + 1);
    assertThat(snapshot.content().payload().text()).startsWith("44").contains("4\n5");
  }

  @Test
  void what_retention_took_is_not_in_the_content() {
    test.createAppending("a");
    test.publishMany("a", 3);
    test.reopen(LogConfig.usual()
        .keeping(new Retention(Optional.of(Duration.ofHours(1)), 2, Long.MAX_VALUE)));
    test.log().housekeep(OptionalLong.empty());
    assertThat(snapshot("a").first()).isEqualTo(2);
    assertThat(snapshot("a").content()).isEqualTo(Content.of("a 2\na 3"));
  }

  @Test
  void a_page_is_bounded_by_count_and_bytes() {
    List<String> names = IntStream.range(10, 50).mapToObj(i -> "t" + i).toList();
    names.forEach(test::create);
    names.forEach(name -> test.publish(name, name + "x".repeat(100 * K)));
    Snapshots first = test.log().snapshot(Selection.of(new TopicFilter("#")));
    assertThat(first.snapshots()).hasSize(5);
    assertThat(first.hasMore()).isTrue();
    assertThat(first.offset()).isEqualTo(40);
    assertThat(paged(1_000)).isEqualTo(names);
    assertThat(paged(2)).isEqualTo(names);
  }

  @Test
  void a_topic_by_name_must_be_there() {
    assertThatThrownBy(() -> snapshot("a"))
        .extracting(failure -> ((ServiceException) failure).code())
        .isEqualTo(Code.UNKNOWN_TOPIC);
    assertThat(test.log().snapshot(Selection.of(new TopicFilter("a.*"))).snapshots())
        .isEmpty();
  }

  private List<String> paged(int limit) {
    List<String> names = new ArrayList<>();
    Selection selection = Selection.of(new TopicFilter("#")).limitedTo(limit);
    Snapshots page = test.log().snapshot(selection);
    while (true) {
      page.snapshots().forEach(snapshot -> names.add(snapshot.topic().name()));
      if (!page.hasMore()) {
        return names;
      }
      page = test.log().snapshot(selection.after(new Topic(names.get(names.size() - 1))));
    }
  }

  private Snapshot snapshot(String topic) {
    return test.log().snapshot(Selection.of(new Topic(topic))).snapshots().get(0);
  }
}
