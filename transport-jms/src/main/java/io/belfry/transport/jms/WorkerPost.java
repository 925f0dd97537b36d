package io.belfry.transport.jms;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Counters;
import io.belfry.transport.WorkHandler;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Optional;

/**
 * A worker. What it has fetched stays with the broker until the handler has returned; what it has
 * not begun goes back when it leaves.
 */
final class WorkerPost extends Post {

  private final Address queue;
  private final int prefetch;
  private final WorkHandler handler;
  private final JmsConfig config;
  private final Turns turns;

  WorkerPost(Posts posts, Address queue, int prefetch, WorkHandler handler, JmsConfig config) {
    super(posts);
    this.queue = queue;
    this.prefetch = prefetch;
    this.handler = handler;
    this.config = config;
    this.turns = new Turns("queue " + queue);
  }

  @Override
  Stand stand(JmsConnection connection) throws JMSException {
    return connection.fetch(
        "jms-worker-" + queue, Addresses.queue(queue), prefetch, Session.CLIENT_ACKNOWLEDGE, this);
  }

  @Override
  public Stand.Next take(jakarta.jms.Message message, Session session) throws JMSException {
    Optional<Message> work = Envelope.read(message, config.maxPayload());
    if (work.isEmpty() || Envelope.hasExpired(message)) {
      turns.countFiltered();
      message.acknowledge();
      return next();
    }
    turns.take(() -> handler.onWork(work.get()), succeeded -> settle(succeeded, message, session));
    return next();
  }

  /** By the time that somebody who waits for the handler goes on and closes the session. */
  private static void settle(boolean succeeded, jakarta.jms.Message message, Session session)
      throws JMSException {
    if (succeeded) {
      message.acknowledge();
    } else {
      session.recover();
    }
  }

  @Override
  public Counters counters() {
    return turns.counters();
  }

  @Override
  void silence() {
    turns.close(config.closeTimeout());
  }

  @Override
  boolean isOwnThread() {
    return turns.isOwnThread();
  }
}
