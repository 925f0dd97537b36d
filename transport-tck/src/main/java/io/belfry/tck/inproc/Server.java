package io.belfry.tck.inproc;

import io.belfry.transport.Capabilities;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.delivery.Inbox;
import io.belfry.transport.delivery.Responder;
import io.belfry.transport.delivery.Responder.Request;
import java.time.Duration;

/** The handler of a service, and its inbox. */
final class Server implements Receiver {

  private static final int ROOM = 10_000;

  private final Service service;
  private final Responder responder;
  private final Inbox<Question> inbox;

  Server(
      Service service, Capabilities capabilities, RequestHandler handler, Duration closeTimeout) {
    this.service = service;
    this.responder = new Responder(handler, capabilities);
    this.inbox =
        new Inbox<>("inproc-server", ROOM, Overflow.DROP_NEWEST, closeTimeout, this::serve);
  }

  @Override
  public void enter() {
    service.add(this);
  }

  @Override
  public void leave() {
    service.remove(this);
    inbox.drainAndClose().forEach(service::ask);
  }

  @Override
  public Counters counters() {
    return inbox.counters();
  }

  boolean offer(Question question) {
    return inbox.offer(question);
  }

  private void serve(Question question) throws Exception {
    if (!question.parcel().isExpired()) {
      responder.answer(new Request(question.parcel().message(), question::answer));
    }
  }
}
