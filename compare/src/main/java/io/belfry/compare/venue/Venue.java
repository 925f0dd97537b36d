package io.belfry.compare.venue;

import java.util.Optional;

/** Where the trials of a target take place, one after the other. */
public interface Venue extends AutoCloseable {

  /**
   * The wiring for one trial: without a middle, at addresses of its own.
   *
   * @return the wiring
   */
  Wiring wiring();

  /**
   * What stands in the middle, if that is a process of ours that does nothing else.
   *
   * @return the broker that {@link #wiring} leads to
   */
  Optional<Middle> middle();

  /**
   * A middle that can be killed: the same as {@link #middle}, or a hub that stands by itself, for a
   * transport that has no broker.
   *
   * @return the middle, the caller's to close; closing has no effect on that of the venue
   * @throws Missing if the middle is not ours to kill
   */
  Middle mortal();

  /**
   * The same wiring through a cable that can be cut.
   *
   * @param wiring whose ends are to be led through it
   * @return the cable, the caller's to close
   * @throws Missing if this transport can't be led through one
   */
  Cable cable(Wiring wiring);

  /**
   * A notification service with a mailbox.
   *
   * @param wiring where it is to be reached; with a direct one it is the hub
   * @return the service, which answers, the caller's to close
   */
  House house(Wiring wiring);

  /** Ends what was started for the target. Failure: none is thrown. */
  @Override
  void close();

  /** What a scenario needs is not to be had here; the sentence says why. */
  final class Missing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param sentence why
     */
    public Missing(String sentence) {
      super(sentence);
    }
  }
}
