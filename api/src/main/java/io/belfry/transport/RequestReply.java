package io.belfry.transport;

import io.belfry.message.Address;
import io.belfry.message.Message;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** One request, one answer: a reply or a typed failure, by the deadline. */
public interface RequestReply {

  /**
   * Asks a service.
   *
   * <p>Threads: any, with thousands of requests outstanding. Order: none among replies. Blocking:
   * until the request is handed off, at most for the transport's send time-out. Failure: the stage,
   * never an exception: {@code TIMED_OUT} at the deadline, {@code UNREACHABLE} or {@code REFUSED}
   * if it is known earlier that no answer will come, as when the connection is lost, {@code FAILED}
   * if the service's handler failed.
   *
   * <p>The stage completes on a thread of the transport. Its continuations may take their time, as
   * a handler may.
   *
   * @param service the service's address
   * @param request the message
   * @param deadline how long the answer is waited for
   * @return the reply
   */
  CompletionStage<Message> request(Address service, Message request, Duration deadline);

  /**
   * Answers the requests to a service. Where several serve one address, each request goes to one.
   *
   * <p>Threads: any; the handler's thread and order are told at {@link RequestHandler}. Blocking:
   * no; wait for {@link Subscription#ready}.
   *
   * @param service the service's address
   * @param handler what answers
   * @return the subscription, not yet ready
   * @throws TransportException with {@code CLOSED} or {@code REFUSED}
   */
  Subscription serve(Address service, RequestHandler handler);
}
