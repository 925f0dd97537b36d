package io.belfry.server;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.server.metrics.Meters;
import io.belfry.service.Event;
import io.belfry.service.Reserved;
import io.belfry.service.protocol.EventCodec;
import io.belfry.transport.Overflow;
import io.belfry.transport.PubSub;
import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.Inbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Puts what was committed on the wire, in the order of commits, on a thread of its own. When the
 * wire is slower than the log, what does not fit is left out: receivers notice, and ask the log.
 */
final class Broadcaster implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Broadcaster.class.getName());

  private static final Topic BEACON = new Topic(Reserved.LEVEL + ".beacon");

  private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

  private static final int MOST_MESSAGES = 50_000;

  private static final long MOST_BYTES = 64L << 20;

  /** What is to be sent; the message is made only then, by the thread that sends. */
  private record Outgoing(Topic topic, int size, Supplier<Message> message) {}

  private final PubSub wire;
  private final Inbox<Outgoing> outbox;
  private final AtomicLong bytes = new AtomicLong();

  private final Meters meters;
  private final AtomicLong complained =
      new AtomicLong(System.nanoTime() - BETWEEN_COMPLAINTS.toNanos());

  Broadcaster(PubSub wire, Meters meters, Duration closeTimeout) {
    this.wire = wire;
    this.meters = meters;
    this.outbox = new Inbox<>(
        "belfry-broadcaster", MOST_MESSAGES, Overflow.DROP_NEWEST, closeTimeout, this::send);
  }

  /** Never blocks. */
  void committed(List<Event> events) {
    for (Event event : events) {
      offer(new Outgoing(
          event.topic(), event.content().payload().size(), () -> EventCodec.encode(event)));
    }
  }

  /** Never blocks; comes after what was committed before. */
  void beacon(Message beacon) {
    offer(new Outgoing(BEACON, beacon.payload().size(), () -> beacon));
  }

  private void offer(Outgoing outgoing) {
    if (bytes.addAndGet(outgoing.size()) > MOST_BYTES || !outbox.offer(outgoing)) {
      bytes.addAndGet(-outgoing.size());
      meters.wireDropped();
      complain();
    }
  }

  /** Now and then, since there may be thousands. */
  private void complain() {
    long now = System.nanoTime();
    long last = complained.get();
    if (now - last >= BETWEEN_COMPLAINTS.toNanos() && complained.compareAndSet(last, now)) {
      LOG.log(
          Level.WARNING,
          "The wire is slower than the log: events are left out, and receivers"
              + " will ask for them.");
    }
  }

  @Override
  public void close() {
    outbox.close();
  }

  private void send(Outgoing outgoing) {
    try {
      wire.publish(outgoing.topic(), outgoing.message().get()).whenComplete((nothing, failure) -> {
        if (failure != null) {
          drop(failure);
        }
      });
    } catch (TransportException e) {
      drop(e);
    } finally {
      bytes.addAndGet(-outgoing.size());
    }
  }

  private void drop(Throwable failure) {
    meters.wireDropped();
    LOG.log(Level.DEBUG, "An event did not get on the wire", failure);
  }
}
