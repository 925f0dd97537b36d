package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Names;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Overflow;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import java.util.List;
import java.util.stream.IntStream;

/** The hub publishes, each spoke subscribes. */
final class Publishing implements OneWay {

  /** Room enough for what is on its way: a loss would be the transport's, not the queue's. */
  private static final SubscribeOptions OPTIONS =
      SubscribeOptions.DEFAULTS.withQueue(1 << 20, Overflow.DROP_NEWEST);

  private final Sent sent = new Sent();
  private final Field field;
  private final Topic topic;

  private Publishing(Field field, Topic topic) {
    this.field = field;
    this.topic = topic;
  }

  static Publishing start(Field field, Receiver receiver) {
    Topic topic = new Topic(Names.freshTopic());
    List<Subscription> subscriptions = IntStream.range(0, field.spokes().size())
        .mapToObj(i -> subscribe(field, topic, i, receiver))
        .toList();
    Field.awaitReady(subscriptions);
    return new Publishing(field, topic);
  }

  private static Subscription subscribe(Field field, Topic topic, int index, Receiver receiver) {
    return field
        .spokes()
        .get(index)
        .subscribe(
            TopicFilter.exactly(topic),
            OPTIONS,
            (unused, message) -> Content.hand(message, index, receiver));
  }

  @Override
  public void send(byte[] payload) {
    sent.require(field.hub().publish(topic, Content.of(payload)));
  }

  @Override
  public void close() {
    field.close();
  }
}
