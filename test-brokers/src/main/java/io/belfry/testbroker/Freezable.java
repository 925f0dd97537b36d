package io.belfry.testbroker;

/** What can be made to stand still: its connections stay, and nobody answers on them. */
public interface Freezable {

  /**
   * Makes it stand still.
   *
   * @throws Exception if that is not possible
   */
  void freeze() throws Exception;

  /**
   * Lets it go on.
   *
   * @throws Exception if that is not possible
   */
  void thaw() throws Exception;
}
