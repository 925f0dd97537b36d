package io.belfry.benchmark.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.wire.Sequence;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SubscriberTest {

  private final AtomicLong disordered = new AtomicLong();
  private final List<String> heard = new ArrayList<>();
  private final Subscriber subscriber = new Subscriber(
      3,
      (receiver, sequence, size) -> heard.add(receiver + " " + sequence + " " + size),
      disordered);

  @Test
  void it_passes_on_the_number_in_the_content() {
    take(1, Sequence.payload(20, 5));
    take(2, new byte[4]);
    assertThat(heard).containsExactly("3 5 20", "3 -1 4");
    assertThat(disordered).hasValue(0);
  }

  @Test
  void an_event_that_is_not_the_next_is_noticed() {
    take(1, Sequence.payload(8, 0));
    take(3, Sequence.payload(8, 1));
    take(2, Sequence.payload(8, 2));
    assertThat(disordered).hasValue(2);
  }

  private void take(long seq, byte[] payload) {
    Content content = new Content(Content.TEXT, Payload.copyOf(payload));
    subscriber.onEvent(new Event("e", seq, new Topic("t"), seq, Instant.EPOCH, content));
  }
}
