package io.belfry.service.protocol;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import io.belfry.transport.RequestHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers the protocol's requests by calling a service. Every request gets a reply, whatever it
 * holds and whatever the service does; no reply is larger than a message may be. Safe for any
 * thread; it never waits for the service.
 */
public final class ServiceEndpoint implements RequestHandler {

  /** How many requests may be under way unless told otherwise. */
  public static final int MOST_UNDER_WAY = 10_000;

  /** A failure always has room in that many bytes, and so has a small event. */
  static final int LEAST_PAYLOAD = 8_192;

  private static final Logger LOG = System.getLogger(ServiceEndpoint.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofMillis(200);
  private static final String SCHEME = "bearer ";

  private final NotificationService service;
  private final int maxPayload;
  private final int mostUnderWay;
  private final AtomicInteger underWay = new AtomicInteger();
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile boolean isEnding;

  /**
   * Makes an endpoint.
   *
   * @param service what does the work
   * @param maxPayload the most bytes that a message of the transport takes
   */
  public ServiceEndpoint(NotificationService service, int maxPayload) {
    this(service, maxPayload, MOST_UNDER_WAY);
  }

  /**
   * Makes an endpoint with a bound of its own.
   *
   * @param service what does the work
   * @param maxPayload the most bytes that a message of the transport takes
   * @param mostUnderWay how many requests may wait for the service; more are answered with
   *     {@code BUSY}
   * @throws IllegalArgumentException if the messages have no room for an answer
   */
  public ServiceEndpoint(NotificationService service, int maxPayload, int mostUnderWay) {
    if (maxPayload < LEAST_PAYLOAD) {
      throw new IllegalArgumentException("The service needs messages of " + LEAST_PAYLOAD
          + " bytes at least; the transport's largest have " + maxPayload + ".");
    }
    this.service = service;
    this.maxPayload = maxPayload;
    this.mostUnderWay = mostUnderWay;
  }

  @Override
  public CompletionStage<Message> onRequest(Message request) {
    if (underWay.incrementAndGet() > mostUnderWay) {
      leave();
      return CompletableFuture.completedStage(refusal(ServiceException.busy(
          "The service has " + mostUnderWay + " requests under way already; try again later.",
          RETRY_AFTER)));
    }
    if (isEnding) {
      leave();
      return CompletableFuture.completedStage(refusal(new ServiceException(
          Code.UNAVAILABLE, "The server is about to end; nothing was done, try again later.")));
    }
    return replyTo(request).exceptionally(this::refusal).whenComplete((reply, never) -> leave());
  }

  /**
   * Takes no more requests: what comes is answered with {@code UNAVAILABLE}, and what is under way
   * is waited for.
   *
   * @param patience how long at most
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public void end(Duration patience) throws InterruptedException {
    isEnding = true;
    if (underWay.get() > 0) {
      var unused = answered.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void leave() {
    if (underWay.decrementAndGet() == 0 && isEnding) {
      answered.countDown();
    }
  }

  private CompletionStage<Message> replyTo(Message request) {
    try {
      requireSmall(request);
      Envelope.Request read = Envelope.request(request.payload());
      return perform(read.operation(), read.arguments(), asker(request.headers()));
    } catch (Throwable e) { // An Error, too: it is this request's, and must not be anyone else's.
      return CompletableFuture.failedStage(e);
    }
  }

  private <A, R> CompletionStage<Message> perform(
      Operation<A, R> operation, JsonObject fields, NotificationService asked) {
    A arguments = operation.arguments(fields);
    if (arguments instanceof Publication publication) {
      requireRepeatable(publication);
    }
    return operation
        .call(asked, arguments)
        .thenCompose(answer -> fitting(operation, asked, arguments, answer));
  }

  /** The reply with the answer, or with a smaller one if it is too large. */
  private <A, R> CompletionStage<Message> fitting(
      Operation<A, R> operation, NotificationService asked, A arguments, R answer) {
    Optional<Message> reply = operation.reply(answer, maxPayload);
    if (reply.isPresent()) {
      return CompletableFuture.completedStage(reply.get());
    }
    return operation
        .shrinking()
        .shrink(asked, arguments, answer)
        .map(smaller ->
            smaller.answer().thenCompose(less -> fitting(operation, asked, smaller.asked(), less)))
        .orElseGet(() -> tooLarge("The answer").asStage());
  }

  private NotificationService asker(Headers headers) {
    return headers
        .get(Protocol.AUTHORIZATION)
        .map(value -> service.as(token(value)))
        .orElse(service);
  }

  private static Token token(String header) {
    if (header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      try {
        return new Token(header.substring(SCHEME.length()));
      } catch (IllegalArgumentException e) {
        throw new ServiceException(Code.UNAUTHENTICATED, String.valueOf(e.getMessage()), e);
      }
    }
    throw new ServiceException(
        Code.UNAUTHENTICATED,
        "The header '" + Protocol.AUTHORIZATION + "' must be 'Bearer', a space and a token.");
  }

  private void requireSmall(Message request) {
    if (request.payload().size() > maxPayload) {
      throw tooLarge("The request");
    }
  }

  private void requireRepeatable(Publication publication) {
    int size = publication.content().payload().size();
    int most = Protocol.maxContent(maxPayload);
    if (size > most) {
      throw new ServiceException(
          Code.TOO_LARGE,
          "The content has " + size + " bytes; over this transport at most " + most
              + " can be asked for again.");
    }
  }

  private ServiceException tooLarge(String what) {
    return new ServiceException(
        Code.TOO_LARGE,
        what + " has more than the " + maxPayload + " bytes that this transport takes.");
  }

  private Message refusal(Throwable thrown) {
    ServiceException failure = known(thrown);
    return Json.write(Envelope.error(failure), maxPayload).map(Message::of).orElseThrow();
  }

  private static ServiceException known(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ServiceException failure) {
      return failure;
    }
    LOG.log(Level.ERROR, "A request has met a fault of the service", cause);
    return new ServiceException(Code.INTERNAL, "The service failed; its own log says why.");
  }
}
