package io.belfry.service.protocol;

/** What an operation does to the service, and so what a lost answer leaves open. */
public enum Effect {
  /** Nothing; ask again as you like. */
  READS,
  /** It changes something, once: asking for the same again changes nothing more. */
  CHANGES_ONCE,
  /** It changes something each time that it is asked for. */
  CHANGES
}
