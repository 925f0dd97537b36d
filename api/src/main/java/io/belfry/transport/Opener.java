package io.belfry.transport;

import io.belfry.message.Message;
import java.util.List;

/**
 * Makes what a handler gets of what the wire has brought, before any of it waits for the handler. A
 * decorator that puts several messages into one takes them apart here; so each of them counts by
 * itself at the bound of the queue.
 */
@FunctionalInterface
public interface Opener {

  /** Leaves every message as it is. */
  Opener NONE = List::of;

  /**
   * Opens a message.
   *
   * <p>Threads: any that reads from the wire, or publishes; so it must be safe for several at a
   * time. Blocking: never. Failure: none; what can't be opened is left out.
   *
   * @param arrived what the wire has brought, after its selection
   * @return what takes its place, in order; nothing if it is to be left out, which whoever opens it
   *     counts
   */
  List<Message> open(Message arrived);
}
