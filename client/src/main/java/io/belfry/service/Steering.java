package io.belfry.service;

/** What can be done to a mailbox by hand. */
public enum Steering {
  /** Tries at once, and from the beginning, what waits or was refused. */
  RETRY,
  /** Gives up the mail that was tried, for good, and goes on with what comes after it. */
  DROP,
  /** Lets everything wait. */
  PAUSE,
  /** Goes on after a pause. */
  RESUME,
  /** Ends the registration. */
  REMOVE
}
