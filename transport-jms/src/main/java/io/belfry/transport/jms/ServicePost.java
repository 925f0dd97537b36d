package io.belfry.transport.jms;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Counters;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Responder;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Optional;

/** A service. A request counts as taken when the handler begins; what was not begun goes back. */
final class ServicePost extends Post {

  /** How replies are sent. */
  @FunctionalInterface
  interface Replies {
    void send(Destination requester, String number, Outcome outcome);
  }

  /** How many requests are fetched ahead: enough to hide the way there and back. */
  private static final int PREFETCH = 500;

  private final Address service;
  private final Responder responder;
  private final Replies replies;
  private final JmsConfig config;
  private final Turns turns;

  ServicePost(
      Posts posts, Address service, Responder responder, Replies replies, JmsConfig config) {
    super(posts);
    this.service = service;
    this.responder = responder;
    this.replies = replies;
    this.config = config;
    this.turns = new Turns("service " + service);
  }

  @Override
  Stand stand(JmsConnection connection) throws JMSException {
    return connection.fetch(
        "jms-service-" + service,
        Addresses.service(service),
        PREFETCH,
        Session.AUTO_ACKNOWLEDGE,
        this);
  }

  @Override
  public Stand.Next take(jakarta.jms.Message message, Session session) throws JMSException {
    Optional<Message> content = Envelope.read(message, config.maxPayload());
    Destination requester = message.getJMSReplyTo();
    if (content.isEmpty() || requester == null || Envelope.hasExpired(message)) {
      turns.countFiltered();
      return next();
    }
    String number = Letter.number(message);
    Responder.Request request =
        new Responder.Request(content.get(), outcome -> replies.send(requester, number, outcome));
    turns.take(() -> responder.answer(request), succeeded -> {});
    return next();
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
