package io.belfry.transport;

import io.belfry.message.Message;
import java.util.concurrent.CompletionStage;

/** Answers requests. */
@FunctionalInterface
public interface RequestHandler {

  /**
   * Answers one request, now or later.
   *
   * <p>Thread: one at a time for a subscription, not always the same. Order: as the requests of one
   * requester arrive. Blocking: it may take its time without stalling any other subscription, but
   * requests to this service wait meanwhile; answer by a stage that completes later to work on many
   * at once. The stage may be completed by any thread. Failure: an exception, thrown or in the
   * stage, becomes {@code FAILED} at the requester, or {@code REFUSED} with its sentence if it is a
   * {@link TransportException} of that category; nothing else of it travels. A reply beyond the
   * limit becomes {@code TOO_LARGE}.
   *
   * @param request the message
   * @return the reply
   * @throws Exception whatever goes wrong
   */
  CompletionStage<Message> onRequest(Message request) throws Exception;
}
