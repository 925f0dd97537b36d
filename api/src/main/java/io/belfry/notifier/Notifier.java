package io.belfry.notifier;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Brings notices to those who are not on the wire. It tries once: when to try again, and when to
 * give up, is decided by who calls it, who also keeps what must not be lost. Safe for any thread.
 */
public interface Notifier extends AutoCloseable {

  /**
   * How many notices can be under way with profit. More may be given to it; they wait their turn.
   *
   * @return at least 1, the same always
   */
  int parallel();

  /**
   * Brings a notice to its recipients. Never blocks.
   *
   * <p>Where it is not known whether a notice has arrived, the outcome is none that says so: a
   * repeat, which bears the same {@link Notice#id}, is better than a loss.
   *
   * @param notice what to bring
   * @return what became of it: an outcome for each recipient, in their order; completes in bounded
   *     time, whatever the other side does. To fail is the same as {@link Outcome#unavailable} for
   *     each
   */
  CompletionStage<List<Outcome>> deliver(Notice notice);

  /**
   * Gives everything back. What is under way comes to its end first, unless that takes more than a
   * few seconds; what is not begun is {@link Outcome#unavailable}.
   */
  @Override
  void close();
}
