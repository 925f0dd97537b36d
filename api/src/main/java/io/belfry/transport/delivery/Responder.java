package io.belfry.transport.delivery;

import io.belfry.message.Message;
import io.belfry.transport.Capabilities;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.TransportException;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Runs a request handler and makes an outcome of whatever comes of it, now or later. */
public final class Responder {

  private final RequestHandler handler;
  private final Capabilities capabilities;

  /**
   * Makes a responder.
   *
   * @param handler what answers
   * @param capabilities what a reply has to keep within
   */
  public Responder(RequestHandler handler, Capabilities capabilities) {
    this.handler = handler;
    this.capabilities = capabilities;
  }

  /**
   * A request, and what is to be done with its outcome.
   *
   * @param message the request
   * @param reply takes the outcome, once, on any thread
   */
  public record Request(Message message, Consumer<Outcome> reply) {}

  /**
   * Answers; a failure is told to the requester, and thrown, to be counted and logged.
   *
   * @param request what to answer
   * @throws Exception what the handler threw
   */
  public void answer(Request request) throws Exception {
    CompletionStage<Message> answer;
    try {
      answer = Objects.requireNonNull(handler.onRequest(request.message()), "no stage");
    } catch (Throwable e) {
      request.reply().accept(Outcome.failure(e));
      throw e;
    }
    answer.whenComplete((reply, failure) ->
        request.reply().accept(failure == null ? admitted(reply) : Outcome.failure(failure)));
  }

  private Outcome admitted(Message reply) {
    try {
      capabilities.requireAdmissible(reply);
      return Outcome.ok(reply);
    } catch (TransportException e) {
      return Outcome.failure(e.category(), String.valueOf(e.getMessage()));
    } catch (NullPointerException e) {
      return Outcome.failure(e);
    }
  }
}
