package io.belfry.torture.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.torture.history.Entry;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.Entry.Ready;
import io.belfry.torture.history.HistoryWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {

  private static final String LOG = "epoch";

  @TempDir
  private Path histories;

  @Test
  void what_was_published_before_a_named_subscriber_was_there_is_not_awaited() {
    publish("a", 1);
    passAMoment();
    write("subscriber-0", new Begun("#", "as one"), new Ready());
    assertThat(isComplete()).isTrue();
  }

  @Test
  void what_was_published_since_is_awaited_though_nothing_of_its_topic_has_come() {
    write("subscriber-0", new Begun("#", "as one"), new Ready());
    passAMoment();
    publish("a", 1);
    assertThat(isComplete()).isFalse();
    deliver("a", 1);
    assertThat(isComplete()).isTrue();
  }

  @Test
  void a_topic_that_has_begun_is_awaited_to_its_end() {
    publish("a", 1);
    publish("a", 2);
    passAMoment();
    write("subscriber-0", new Begun("#", "as one"), new Ready());
    deliver("a", 1);
    assertThat(isComplete()).isFalse();
    deliver("a", 2);
    assertThat(isComplete()).isTrue();
  }

  @Test
  void others_get_all_that_they_want() {
    publish("a", 1);
    publish("b", 1);
    passAMoment();
    write("subscriber-0", new Begun("a", "from 1"), new Ready());
    assertThat(isComplete()).isFalse();
    deliver("a", 1);
    assertThat(isComplete()).isTrue();
  }

  private boolean isComplete() {
    return new Arrival(histories).isComplete();
  }

  private void publish(String topic, long seq) {
    String key = topic + seq;
    write(
        "publisher-0",
        new Intent(key, topic, key),
        new Acknowledged(key, LOG, seq, topic, seq, false));
  }

  private void deliver(String topic, long seq) {
    write("subscriber-0", new Delivered(LOG, seq, topic, seq, topic + seq));
  }

  private void write(String actor, Entry... entries) {
    try (HistoryWriter history = HistoryWriter.open(histories, actor)) {
      for (Entry entry : entries) {
        history.write(entry);
      }
    }
  }

  /** Histories count in milliseconds, so what is to be later has to be in another one. */
  private static void passAMoment() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() <= now) {
      Thread.onSpinWait();
    }
  }
}
