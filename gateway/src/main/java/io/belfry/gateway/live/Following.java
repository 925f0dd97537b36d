package io.belfry.gateway.live;

import java.util.concurrent.CompletionStage;

/** A receiver that is being told. Safe for any thread; no method blocks. */
public interface Following extends AutoCloseable {

  /**
   * When it is certain that it may be told, and from where on.
   *
   * @return a stage that completes then, or fails with the {@code ServiceException} of a refusal,
   *     which the outlet is told, too
   */
  CompletionStage<Void> ready();

  /** The outlet has room again. Harmless at any time, and from within anything. */
  void resume();

  /** Ends it: after this has returned, at most what is just being told still comes. */
  @Override
  void close();
}
