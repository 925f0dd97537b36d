package io.belfry.transport.mqtt;

import io.belfry.transport.delivery.Inbox;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One worker's part in sharing the work of a queue that the broker has dealt out and will not deal
 * again: what is beyond the prefetch is offered to the other workers, and taken from them while
 * there is room. Safe for any thread.
 *
 * @param <T> a piece of work
 */
final class Exchange<T> {

  /** The other workers of the queue. */
  interface Colleagues<T> {

    /** Tells all of them that there is more here than this worker may hold. */
    void offer();

    /** Tells one who has offered how much room there is here. */
    void take(String from, int room);

    /** Hands a piece to one of them, or has it back where that fails. */
    void pass(String to, T piece);
  }

  private final Inbox<T> inbox;
  private final int prefetch;
  private final Colleagues<T> colleagues;

  /** Who has offered while there was no room here. */
  private final Set<String> offers = new LinkedHashSet<>();

  /** Whether an offer is out that nobody has answered. */
  private boolean isOffering;

  Exchange(Inbox<T> inbox, int prefetch, Colleagues<T> colleagues) {
    this.inbox = inbox;
    this.prefetch = prefetch;
    this.colleagues = colleagues;
  }

  /** A piece has come, from the broker or from a colleague. */
  void arrived() {
    if (inbox.held() > prefetch && beginOffering()) {
      colleagues.offer();
    }
  }

  /** Some time has passed: an offer may have met nobody, and somebody may have come since. */
  void again() {
    if (inbox.held() > prefetch) {
      colleagues.offer();
    }
  }

  /** A colleague offers. */
  void offered(String by) {
    int room = prefetch - inbox.held();
    if (room > 0) {
      colleagues.take(by, room);
    } else {
      remember(by);
    }
  }

  /** The handler has returned, and the piece that it had still counts as held. */
  void finished() {
    int room = prefetch - inbox.held() + 1;
    if (room >= 0) {
      endOffering();
    }
    if (room > 0) {
      remembered().forEach(by -> colleagues.take(by, room));
    }
  }

  /** A colleague has room. */
  void asked(String by, int room) {
    List<T> surplus = inbox.takeBeyond(prefetch, room);
    surplus.forEach(piece -> colleagues.pass(by, piece));
    endOffering();
    arrived();
  }

  private synchronized boolean beginOffering() {
    boolean begins = !isOffering;
    isOffering = true;
    return begins;
  }

  private synchronized void endOffering() {
    isOffering = false;
  }

  private synchronized void remember(String by) {
    offers.add(by);
  }

  private synchronized List<String> remembered() {
    List<String> all = List.copyOf(offers);
    offers.clear();
    return all;
  }
}
