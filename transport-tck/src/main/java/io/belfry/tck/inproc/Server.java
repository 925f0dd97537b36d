package io.belfry.tck.inproc;

import io.belfry.message.Message;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Inbox;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The handler of a service, and its inbox. */
final class Server implements Receiver {

  private static final int ROOM = 10_000;

  private final Service service;
  private final Capabilities capabilities;
  private final RequestHandler handler;
  private final Inbox<Question> inbox;

  Server(
      Service service, Capabilities capabilities, RequestHandler handler, Duration closeTimeout) {
    this.service = service;
    this.capabilities = capabilities;
    this.handler = handler;
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
    if (question.parcel().isExpired()) {
      return;
    }
    try {
      CompletionStage<Message> reply = handler.onRequest(question.parcel().message());
      reply.whenComplete((answer, failure) -> finish(question, answer, failure));
    } catch (Exception | LinkageError | AssertionError e) {
      question.fail(asSeenFromOutside(e));
      throw e;
    }
  }

  private void finish(Question question, Message answer, Throwable failure) {
    if (failure != null) {
      question.fail(asSeenFromOutside(failure));
      return;
    }
    try {
      capabilities.requireAdmissible(answer);
      question.answer(answer);
    } catch (TransportException inadmissible) {
      question.fail(inadmissible);
    }
  }

  /** A refusal is meant for the requester; anything else is no business of strangers. */
  private static TransportException asSeenFromOutside(Throwable failure) {
    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
    return cause instanceof TransportException refusal && refusal.category() == Category.REFUSED
        ? new TransportException(Category.REFUSED, String.valueOf(refusal.getMessage()))
        : new TransportException(Category.FAILED, "The service failed; its log says why.");
  }
}
