package io.belfry.transport.delivery;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/**
 * What becomes of a request, as it travels back: {@code ok} and the reply, or a failure's category
 * and its sentence.
 *
 * @param status {@code ok}, or a category in lower case with hyphens
 * @param message the reply, or the sentence as payload
 */
public record Outcome(String status, Message message) {

  /** The status of a reply. */
  public static final String OK = "ok";

  /** What is said when there is nothing to say. */
  public static final Outcome DONE = ok(new Message(Headers.NONE, Payload.EMPTY));

  /** Longer ones are cut, so that a failure always fits. */
  private static final int MAX_SENTENCE = 1_000;

  /**
   * A reply.
   *
   * @param reply what the handler answered
   * @return the outcome
   */
  public static Outcome ok(Message reply) {
    return new Outcome(OK, reply);
  }

  /**
   * A failure.
   *
   * @param category what kind it is
   * @param sentence what the requester is told; cut if it is very long
   * @return the outcome
   */
  public static Outcome failure(Category category, String sentence) {
    String status = category.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String said =
        sentence.length() > MAX_SENTENCE ? sentence.substring(0, MAX_SENTENCE) + "…" : sentence;
    return new Outcome(status, Message.of(said));
  }

  /**
   * A handler's failure, without what it says unless it was meant for the requester.
   *
   * @param thrown what the handler threw, or its stage failed with
   * @return {@code REFUSED} with its sentence if it is a refusal, else {@code FAILED}
   */
  public static Outcome failure(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
    if (cause instanceof TransportException refusal && refusal.category() == Category.REFUSED) {
      return failure(Category.REFUSED, String.valueOf(refusal.getMessage()));
    }
    return failure(Category.FAILED, "The service's handler failed; its own log says why.");
  }

  /**
   * Whether it is a reply.
   *
   * @return false if it is a failure
   */
  public boolean isOk() {
    return status.equals(OK);
  }

  /**
   * The failure as an exception; an unknown status comes from a newer or a foreign peer.
   *
   * @return what the requester gets
   */
  public TransportException exception() {
    String name = status.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Category category : Category.values()) {
      if (category.name().equals(name)) {
        return new TransportException(category, message.payload().text());
      }
    }
    return new TransportException(
        Category.INTERNAL, "The other side answered with the unknown status '" + status + "'.");
  }
}
