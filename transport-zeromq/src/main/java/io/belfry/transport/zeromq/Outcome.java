package io.belfry.transport.zeromq;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/**
 * What becomes of a request: {@code ok} and the reply, or a failure's category and its sentence. In
 * a frame, the status stands where the name does.
 *
 * @param status {@code ok}, or a category in lower case
 * @param message the reply, or the sentence as payload
 */
record Outcome(String status, Message message) {

  private static final String OK = "ok";

  /** Longer ones are cut, so that a failure always fits into a frame. */
  private static final int MAX_SENTENCE = 1_000;

  private static final byte[] OK_BYTES = OK.getBytes(StandardCharsets.US_ASCII);

  /** What is said when there is nothing to say. */
  static final Outcome DONE = ok(new Message(Headers.NONE, Payload.EMPTY));

  static Outcome ok(Message reply) {
    return new Outcome(OK, reply);
  }

  static Outcome failure(Category category, String sentence) {
    String status = category.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String said =
        sentence.length() > MAX_SENTENCE ? sentence.substring(0, MAX_SENTENCE) + "…" : sentence;
    return new Outcome(status, Message.of(said));
  }

  /** A handler's failure, without what it says unless it was meant for the requester. */
  static Outcome failure(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
    if (cause instanceof TransportException refusal && refusal.category() == Category.REFUSED) {
      return failure(Category.REFUSED, String.valueOf(refusal.getMessage()));
    }
    return failure(Category.FAILED, "The service's handler failed; its own log says why.");
  }

  /** Reads an outcome whose status begins at the index. */
  static Outcome parse(byte[] frame, int from) {
    int end = Frames.nameEnd(frame, from);
    boolean isOk = Arrays.equals(frame, from, end, OK_BYTES, 0, OK_BYTES.length);
    return new Outcome(isOk ? OK : Frames.name(frame, from, end), Frames.message(frame, end));
  }

  byte[] encode(int reserved) {
    byte[] name = isOk() ? OK_BYTES : status.getBytes(StandardCharsets.US_ASCII);
    return Frames.encode(reserved, name, message);
  }

  boolean isOk() {
    return status.equals(OK);
  }

  /** The failure as an exception; an unknown status comes from a newer or a foreign peer. */
  TransportException exception() {
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
