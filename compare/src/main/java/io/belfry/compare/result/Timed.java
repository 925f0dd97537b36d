package io.belfry.compare.result;

/** What is timed of each message. */
public enum Timed {
  /** From when it should have been sent to when it arrived: what a user sees. */
  RESPONSE,
  /** From when it was sent to when it arrived: what the transport takes. */
  SERVICE,
  /** From when it should have been sent to when it was: what the sender was late. */
  SCHEDULE,
  /** From when it should have been sent to when the mail had come. */
  MAIL
}
