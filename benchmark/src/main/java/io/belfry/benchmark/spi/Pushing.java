package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Names;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.message.Address;
import io.belfry.transport.Subscription;
import java.util.List;
import java.util.stream.IntStream;

/** The hub pushes, each spoke pulls. */
final class Pushing implements OneWay {

  private static final Address QUEUE = new Address(Names.QUEUE);

  private final Sent sent = new Sent();
  private final Field field;

  private Pushing(Field field) {
    this.field = field;
  }

  static Pushing start(Field field, Receiver receiver) {
    List<Subscription> subscriptions = IntStream.range(0, field.spokes().size())
        .mapToObj(i -> pull(field, i, receiver))
        .toList();
    Field.awaitReady(subscriptions);
    return new Pushing(field);
  }

  private static Subscription pull(Field field, int index, Receiver receiver) {
    return field.spokes().get(index).pull(QUEUE, work -> Content.hand(work, index, receiver));
  }

  @Override
  public void send(byte[] payload) {
    sent.require(field.hub().push(QUEUE, Content.of(payload)));
  }

  @Override
  public void close() {
    field.close();
  }
}
