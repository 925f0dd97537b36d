package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Watch;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * All that is sent on one connection. A session serves one thread at a time, so a lock guards it;
 * the thread that sends is the caller's own, which spares a hand-over. Nobody waits for longer than
 * the send time-out: a send that is stuck in the JMS client costs the connection.
 */
final class Outbox implements AutoCloseable, Watch.Watched {

  /** Names that are used once must not fill the memory. */
  private static final int MAX_REMEMBERED = 10_000;

  /** What is larger has an array of its own; so a connection never keeps more than that. */
  private static final int LARGE = 65_536;

  private static final int SMALL = 4_096;

  private final Session session;
  private final MessageProducer producer;
  private final InFlight inFlight;
  private final Duration timeout;
  private final Loss loss;
  private final Watch watch;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Place, Destination> destinations = new HashMap<>();
  private byte[] scratch = new byte[SMALL];

  /** By when the send that is being made must be over; nothing while none is. */
  private volatile Deadline end = Deadline.NEVER;

  /** What the watch saw when it last looked, and until when that may stay so. */
  private long settledBefore;

  private Deadline silence = Deadline.NEVER;

  Outbox(Session session, InFlight inFlight, Duration timeout, Loss loss, Watch watch)
      throws JMSException {
    this.session = session;
    this.inFlight = inFlight;
    this.timeout = timeout;
    this.loss = loss;
    this.watch = watch;
    this.producer = session.createProducer(null);
    producer.setDisableMessageID(true);
    producer.setDisableMessageTimestamp(true);
    watch.add(this);
  }

  /** Sends a letter; what it throws is known not to have been sent. */
  CompletionStage<Void> send(Letter letter) {
    Deadline deadline = Deadline.in(timeout);
    Receipt receipt = inFlight.enter(deadline, true);
    send(letter, receipt, deadline);
    return receipt;
  }

  /** Sends a letter of which one learns only what has failed, on the thread that tells. */
  void send(Letter letter, Consumer<TransportException> ifFailed) {
    Deadline deadline = Deadline.in(timeout);
    Receipt receipt = inFlight.enter(deadline, false);
    var unused = receipt.whenComplete((nothing, thrown) -> {
      if (thrown instanceof TransportException known) {
        ifFailed.accept(known);
      }
    });
    send(letter, receipt, deadline);
  }

  private void send(Letter letter, Receipt receipt, Deadline deadline) {
    watch.wake();
    if (!lock.tryLock() && !deadline.await(lock::tryLock)) {
      inFlight.withdraw(receipt);
      throw new TransportException(
          Category.TIMED_OUT, "The broker takes no more messages; this one was not sent.");
    }
    // An interrupt is the caller's business; in the JMS client it would break off what it is at.
    boolean interrupted = Thread.interrupted();
    try {
      end = deadline;
      write(letter, receipt);
    } catch (JMSException | RuntimeException e) {
      inFlight.fail(receipt, failure(deadline, e));
    } finally {
      end = Deadline.NEVER;
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** On the watch: gives the connection up when a send or the broker does not move. */
  @Override
  public boolean look() {
    if (end.isPast()) {
      loss.giveUp("a send did not return within " + timeout.toMillis() + " ms");
    }
    if (inFlight.isEmpty()) {
      silence = Deadline.NEVER;
      return false;
    }
    requireProgress();
    return true;
  }

  /** The connection closes the session. */
  @Override
  public void close() {
    watch.remove(this);
  }

  private void requireProgress() {
    long settled = inFlight.settled();
    if (silence.equals(Deadline.NEVER) || settled != settledBefore) {
      settledBefore = settled;
      silence = Deadline.in(timeout);
    } else if (silence.isPast()) {
      loss.giveUp("the broker confirmed nothing for " + timeout.toMillis() + " ms");
    }
  }

  private void write(Letter letter, Receipt receipt) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    int size = letter.content().payload().size();
    Envelope.write(letter.content(), roomFor(size), message);
    letter.stamp().put(message);
    producer.send(
        destination(letter.place()),
        message,
        letter.isPersistent() ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT,
        letter.priority(),
        letter.timeToLive(),
        receipt);
  }

  private byte[] roomFor(int size) {
    if (size > LARGE) {
      return new byte[size];
    }
    if (size > scratch.length) {
      scratch = new byte[LARGE];
    }
    return scratch;
  }

  private Destination destination(Place place) throws JMSException {
    Destination known = destinations.get(place);
    if (known == null) {
      if (destinations.size() >= MAX_REMEMBERED) {
        destinations.clear();
      }
      known = place.in(session);
      destinations.put(place, known);
    }
    return known;
  }

  private TransportException failure(Deadline deadline, Exception thrown) {
    return deadline.isPast()
        ? new TransportException(
            Category.TIMED_OUT,
            "The send did not return in time; whether the broker has it is not known.",
            thrown)
        : Failures.of("The send", thrown);
  }
}
