package io.belfry.benchmark.wire;

/** The asking side of request and reply. */
public interface Asker extends AutoCloseable {

  /**
   * Keeps a number of requests outstanding until the dialogue ends: whoever takes a reply asks the
   * next question at once, in its place. Returns when all have been answered.
   *
   * @param outstanding how many, each in a slot of its own
   * @param dialogue what to ask, and what to do with the answers
   */
  void converse(int outstanding, Dialogue dialogue);

  /** Closes both sides. */
  @Override
  void close();
}
