package io.belfry.compare.role;

import java.util.List;

/** Some of them, who share a process. Used by one thread. */
public interface Troupe extends AutoCloseable {

  /**
   * Takes in more of them, who are then ready. May be called while others play already; who comes
   * then begins at once.
   *
   * @param parts what they are told, in the order in which they are made ready
   * @throws RuntimeException with one sentence, if one of them can't be had
   */
  void prepare(List<Part> parts);

  /**
   * Begins.
   *
   * @param start when the first message is due, by {@link System#nanoTime} of the caller
   */
  void begin(long start);

  /**
   * How far they are.
   *
   * @return the sums
   */
  Progress progress();

  /**
   * Ends it; they stay connected, since others may not have ended yet.
   *
   * @param patience how long is waited for outcomes of what was sent, in nanoseconds
   * @return what each has to say
   */
  List<Report> finish(long patience);

  /**
   * What their process has spent, from the beginning to the end.
   *
   * @return the cost, once it is over
   */
  Cost cost();

  /**
   * What to add to the caller's {@link System#nanoTime} to have that of this troupe.
   *
   * @return nanoseconds
   */
  long shift();

  /**
   * How far that may be wrong.
   *
   * @return nanoseconds
   */
  long uncertainty();

  /** Failure: none is thrown. */
  @Override
  void close();
}
