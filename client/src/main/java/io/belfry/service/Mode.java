package io.belfry.service;

/** What an event does to the content of its topic. */
public enum Mode {
  /** The content is that of the last event. */
  REPLACE,
  /** The content is that of all events that are kept, with a line feed between them. */
  APPEND
}
