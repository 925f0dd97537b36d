package io.belfry.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Heads;
import io.belfry.service.Mode;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.TopicSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicsTest extends OnEachDatabase {

  private static final List<String> NAMES = List.of(
      "a", "B", "a-b", "a.b", "a.b.c", "a.c", "ab", "a=b", "Ä", "ä", "한국", "한국.소식", "𐐀", "A.z",
      "_", "~", "0", "ꭰ");

  @Test
  void a_topic_is_created_once() {
    TopicSpec spec = new TopicSpec(new Topic("a"), Mode.APPEND, "It's \"described\".");
    TopicState state = test.log().createTopic(spec);
    assertThat(state).isEqualTo(new TopicState(spec, 0, 1, Optional.empty()));
    test.publish("a", "x");
    assertThat(test.log().createTopic(spec))
        .isEqualTo(new TopicState(spec, 1, 1, Optional.of(test.clock().instant())));
    assertExists(new TopicSpec(new Topic("a"), Mode.REPLACE, "It's \"described\"."));
    assertExists(new TopicSpec(new Topic("a"), Mode.APPEND, ""));
    assertThat(test.log().topicCount()).isEqualTo(1);
  }

  @Test
  void topics_are_ordered_by_code_points_and_paged() {
    NAMES.forEach(test::create);
    for (String filter :
        List.of("#", "a.#", "a.*", "*", "*.b", "*.*", "a.*.c", "한국.#", "a", "𐐀", "none")) {
      List<String> expected = NAMES.stream()
          .filter(name -> new TopicFilter(filter).matches(new Topic(name)))
          .sorted(byCodePoints())
          .toList();
      assertThat(paged(filter, 1)).as(filter).isEqualTo(expected);
      assertThat(paged(filter, 3)).as(filter).isEqualTo(expected);
      assertThat(paged(filter, 1_000)).as(filter).isEqualTo(expected);
    }
  }

  @Test
  void a_full_last_page_has_no_more() {
    test.create("a", "b");
    assertThat(page("#", Optional.empty(), 2).hasMore()).isFalse();
    assertThat(page("#", Optional.empty(), 1).hasMore()).isTrue();
    assertThat(page("a", Optional.of("a"), 1).topics()).isEmpty();
  }

  @Test
  void heads_say_where_topics_stand() {
    test.create("a", "b.x", "b.y");
    test.publishMany("b.x", 3);
    test.publishMany("a", 2);
    Heads heads = test.log().heads(Selection.of(new TopicFilter("b.*")));
    assertThat(heads.epoch()).isEqualTo(test.log().epoch());
    assertThat(heads.offset()).isEqualTo(5);
    assertThat(heads.heads()).isEqualTo(Map.of(new Topic("b.x"), 3L, new Topic("b.y"), 0L));
    assertThat(heads.hasMore()).isFalse();
    assertThat(test.log().heads(Selection.of(new TopicFilter("c.*"))).heads()).isEmpty();
    assertThat(
            test.log().heads(Selection.of(new Topic("a")).after(new Topic("a"))).heads())
        .isEmpty();
    assertThatThrownBy(() -> test.log().heads(Selection.of(new Topic("c"))))
        .extracting(failure -> ((ServiceException) failure).code())
        .isEqualTo(Code.UNKNOWN_TOPIC);
  }

  @Test
  void changes_are_all_or_none() {
    IntStream.range(0, 5).forEach(i -> test.create("t" + i));
    IntStream.range(0, 5).forEach(i -> test.publishMany("t" + i, 2));
    assertThat(test.log().changedSince(6, 2))
        .contains(
            new Changes(test.log().epoch(), 10, Map.of(new Topic("t3"), 2L, new Topic("t4"), 2L)));
    assertThat(test.log().changedSince(5, 2)).isEmpty();
    assertThat(test.log().changedSince(10, 2).orElseThrow().heads()).isEmpty();
    assertThat(test.log().changedSince(0, 5).orElseThrow().heads()).hasSize(5);
  }

  private void assertExists(TopicSpec spec) {
    assertThatThrownBy(() -> test.log().createTopic(spec))
        .extracting(failure -> ((ServiceException) failure).code())
        .isEqualTo(Code.TOPIC_EXISTS);
  }

  private List<String> paged(String filter, int limit) {
    List<String> names = new ArrayList<>();
    Optional<String> after = Optional.empty();
    TopicStates page;
    do {
      page = page(filter, after, limit);
      page.topics().forEach(topic -> names.add(topic.spec().topic().name()));
      after = names.isEmpty() ? after : Optional.of(names.get(names.size() - 1));
    } while (page.hasMore());
    return names;
  }

  private TopicStates page(String filter, Optional<String> after, int limit) {
    return test.log().topics(new Selection(new TopicFilter(filter), after.map(Topic::new), limit));
  }

  private static Comparator<String> byCodePoints() {
    return (one, other) ->
        Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }
}
