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

  private final Sent sent = new Sent();
  private final Field field;
  private final Address queue;

  private Pushing(Field field, Address queue) {
    this.field = field;
    this.queue = queue;
  }

  static Pushing start(Field field, Receiver receiver) {
    Address queue = new Address(Names.freshQueue());
    List<Subscription> subscriptions = IntStream.range(0, field.spokes().size())
        .mapToObj(i -> pull(field, i, queue, receiver))
        .toList();
    Field.awaitReady(subscriptions);
    return new Pushing(field, queue);
  }

  private static Subscription pull(Field field, int index, Address queue, Receiver receiver) {
    return field.spokes().get(index).pull(queue, work -> Content.hand(work, index, receiver));
  }

  @Override
  public void send(byte[] payload) {
    sent.require(field.hub().push(queue, Content.of(payload)));
  }

  @Override
  public void close() {
    field.close();
  }
}
