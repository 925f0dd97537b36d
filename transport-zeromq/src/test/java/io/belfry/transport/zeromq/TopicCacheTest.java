package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Opener;
import io.belfry.transport.Overflow;
import io.belfry.transport.zeromq.Subscribers.Audience;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets a frame, found by the bytes of its topic. */
class TopicCacheTest {

  private final Selector selector = Selectors.open();
  private final Reader reader = new Reader("never-started", selector, late -> Long.MAX_VALUE);
  private final Subscribers subscribers = new Subscribers();
  private final TopicCache cache = new TopicCache(subscribers);

  @AfterEach
  void clear() {
    reader.close(Duration.ofSeconds(1));
    Selectors.close(selector);
  }

  @Test
  void who_asked_for_the_topic_is_told_from_who_asked_for_its_prefix() {
    EventSubscription exact = subscribe("a.b");
    EventSubscription one = subscribe("a.*");
    EventSubscription deeper = subscribe("a.*.c");
    EventSubscription other = subscribe("b");

    Audience audience = audience("a.b");

    assertThat(audience.topic()).isEqualTo(new Topic("a.b"));
    assertThat(audience.wanted()).containsExactlyInAnyOrder(exact, one);
    assertThat(audience.surplus()).containsExactly(deeper).doesNotContain(other);
  }

  @Test
  void a_change_of_subscriptions_counts_from_the_next_frame_on() {
    assertThat(audience("a").wanted()).isEmpty();
    EventSubscription late = subscribe("a");
    assertThat(audience("a").wanted()).containsExactly(late);
    assertThat(audience("b").wanted()).isEmpty();
    subscribers.remove(late);
    assertThat(audience("a").wanted()).isEmpty();
  }

  @Test
  void topics_that_begin_alike_are_told_apart() {
    EventSubscription longer = subscribe("ab");
    EventSubscription shorter = subscribe("a");
    for (int i = 0; i < 3; i++) {
      assertThat(audience("ab").wanted()).containsExactly(longer);
      assertThat(audience("a").wanted()).containsExactly(shorter);
    }
  }

  @Test
  void more_topics_than_are_remembered_are_still_found() {
    EventSubscription all = subscribe("#");
    for (int i = 0; i < 25_000; i++) {
      assertThat(audience("topic" + i % 12_000).wanted()).containsExactly(all);
    }
  }

  @Test
  void what_is_no_topic_is_refused_each_time() {
    subscribe("#");
    for (int i = 0; i < 3; i++) {
      assertThatIllegalArgumentException().isThrownBy(() -> audience("a..b"));
      assertThatIllegalArgumentException().isThrownBy(() -> audience(""));
    }
    assertThat(audience("a").wanted()).hasSize(1);
  }

  private Audience audience(String topic) {
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    byte[] frame = Frames.encode(0, name, Message.of(Integer.toString(topic.length())));
    return cache.audience(frame, name.length);
  }

  private EventSubscription subscribe(String filter) {
    Lane<Event> lane =
        new Lane<>(filter, reader, 1, Overflow.DROP_OLDEST, Duration.ofSeconds(1), event -> {});
    EventSubscription subscription = new EventSubscription(lane, Opener.NONE, closed -> {});
    subscribers.add(new TopicFilter(filter), subscription);
    return subscription;
  }
}
