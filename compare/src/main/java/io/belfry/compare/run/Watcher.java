package io.belfry.compare.run;

/** Is told how far a comparison is. */
@FunctionalInterface
public interface Watcher {

  /**
   * A trial begins.
   *
   * @param done how many are over
   * @param all how many there are
   * @param what this one is, in a few words
   */
  void begins(int done, int all, String what);
}
