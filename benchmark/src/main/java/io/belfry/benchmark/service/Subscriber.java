package io.belfry.benchmark.service;

import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import io.belfry.message.Payload;
import io.belfry.service.Event;
import io.belfry.service.Listener;
import java.util.concurrent.atomic.AtomicLong;

/** Takes events, and looks whether each is the next. Called by one thread at a time. */
final class Subscriber implements Listener {

  private final int number;
  private final Receiver receiver;
  private final AtomicLong disordered;
  private long last;

  Subscriber(int number, Receiver receiver, AtomicLong disordered) {
    this.number = number;
    this.receiver = receiver;
    this.disordered = disordered;
  }

  @Override
  public void onEvent(Event event) {
    Payload payload = event.content().payload();
    long sequence =
        payload.size() < Sequence.BYTES ? Sequence.NONE : payload.toBuffer().getLong();
    receiver.received(number, sequence, payload.size());
    if (event.seq() != last + 1) {
      disordered.getAndIncrement();
    }
    last = event.seq();
  }
}
