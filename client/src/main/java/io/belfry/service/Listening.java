package io.belfry.service;

import java.util.concurrent.CompletionStage;

/** A listener at work. Safe for any thread. */
public interface Listening extends AutoCloseable {

  /**
   * When the listener misses nothing any more. A service that does not answer yet is waited for.
   *
   * @return a stage that completes then, or fails with the {@link ServiceException} of a refusal;
   *     after a failure the listening is closed
   */
  CompletionStage<Void> ready();

  /**
   * How far the listener has got: what it has returned from is in.
   *
   * @return where to go on with {@link Start.After}
   */
  Cursor cursor();

  /**
   * Whether events come in the order of the log over all topics, rather than only those of each
   * topic in theirs: so that whoever has one lacks none of a lower offset.
   *
   * @return false where a wire may bring them otherwise
   */
  default boolean isInLogOrder() {
    return false;
  }

  /**
   * When it has ended: by {@link #close}, or by a refusal, such as {@code FENCED} when another has
   * taken over the subscription.
   *
   * @return a stage that completes when it was closed, or fails with the reason
   */
  CompletionStage<Void> ended();

  /**
   * Ends it, and has the service remember how far it got if it is a registered subscriber.
   *
   * <p>Blocking: until the listener has returned, for a bounded time; called from the listener
   * itself, it does not wait. After that the listener is not called again. Failure: none is thrown.
   */
  @Override
  void close();
}
