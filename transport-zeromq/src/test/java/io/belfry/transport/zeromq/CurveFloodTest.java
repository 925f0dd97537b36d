package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.transport.Overflow;
import io.belfry.transport.Side;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than the queues of the library hold, encrypted: where a queue was full, it would hand over
 * the next message as it came from the wire.
 */
class CurveFloodTest {

  private static final List<String> TEXTS =
      IntStream.range(0, 5_000).mapToObj(i -> "m" + i).toList();

  private final Stage stage = new Stage().with("high-water-mark", "10");
  private final Queue<String> arrived = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void makeKeys(@TempDir Path directory) throws IOException {
    Keys keys = Keys.madeIn(directory);
    stage.with(Side.HUB, keys.settings(Side.HUB)).with(Side.SPOKE, keys.settings(Side.SPOKE));
  }

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @Test
  void every_event_arrives() {
    Topic topic = new Topic("flood");
    SubscribeOptions wide = SubscribeOptions.DEFAULTS.withQueue(TEXTS.size(), Overflow.DROP_NEWEST);
    Waiting.value(stage
        .newSpoke()
        .subscribe(TopicFilter.exactly(topic), wide, (of, message) -> note(message))
        .ready());
    Transport publisher = stage.newSpoke();
    TEXTS.forEach(text -> publisher.publish(topic, Message.of(text)));
    requireAll();
  }

  @Test
  void all_work_arrives() {
    Address queue = new Address("flood");
    Waiting.value(stage.newSpoke().pull(queue, this::note).ready());
    Transport pusher = stage.newSpoke();
    TEXTS.stream()
        .map(text -> pusher.push(queue, Message.of(text)))
        .toList()
        .forEach(Waiting::value);
    requireAll();
  }

  private void note(Message message) {
    arrived.add(message.payload().text());
  }

  private void requireAll() {
    Waiting.until("all had arrived", () -> arrived.size() >= TEXTS.size());
    assertThat(arrived).containsExactlyElementsOf(TEXTS);
  }
}
