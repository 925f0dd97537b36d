package io.belfry.transport.zeromq;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Finds out when subscriptions have arrived at the hub: by subscribing, after them, to a token that
 * nobody publishes on, and asking the hub whether it has seen it.
 *
 * <p>Once is not enough. If the connection is made anew in between, the library repeats all
 * subscriptions in an order of its own, so that a token may overtake what it was to follow. A
 * second token, made when the first has arrived, can't. For the reading thread alone.
 */
final class Probes {

  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(2);

  private record Probe(Runnable whenArrived, boolean isSecond, long since, long askedAt) {}

  private final WireSocket events;
  private final WireSocket duty;
  private final Map<Long, Probe> waiting = new HashMap<>();

  Probes(WireSocket events, WireSocket duty) {
    this.events = events;
    this.duty = duty;
  }

  /** Runs the action when all that is subscribed to by now has arrived. */
  void begin(Runnable whenArrived) {
    ask(whenArrived, false);
  }

  /** The hub has seen a token. */
  void arrived(long token) {
    Probe probe = waiting.remove(token);
    if (probe == null) {
      return;
    }
    unsubscribe(token);
    if (probe.isSecond()) {
      probe.whenArrived().run();
    } else {
      ask(probe.whenArrived(), true);
    }
  }

  /** Asks again what has not been answered; returns when to come back. */
  long tick() {
    renewOlderThan(RENEW_NANOS);
    long now = System.nanoTime();
    waiting.replaceAll((token, probe) ->
        now - probe.askedAt() < RETRY_NANOS ? probe : askAgain(token, probe, now));
    return waiting.isEmpty() ? Long.MAX_VALUE : RETRY_NANOS;
  }

  /** Begins anew with all that has not been answered: the connection has been lost. */
  void restart() {
    renewOlderThan(0);
  }

  private void renewOlderThan(long nanos) {
    long now = System.nanoTime();
    for (Map.Entry<Long, Probe> late : Map.copyOf(waiting).entrySet()) {
      if (now - late.getValue().since() >= nanos) {
        waiting.remove(late.getKey());
        unsubscribe(late.getKey());
        ask(late.getValue().whenArrived(), false);
      }
    }
  }

  private void ask(Runnable whenArrived, boolean isSecond) {
    long token = Link.newToken();
    long now = System.nanoTime();
    waiting.put(token, new Probe(whenArrived, isSecond, now, now));
    events.use(socket -> socket.subscribe(prefix(token)));
    duty.send(Duty.frame(Duty.Kind.PROBE, token));
  }

  /** The same token again, so that an answer that takes its time still counts. */
  private Probe askAgain(long token, Probe probe, long now) {
    duty.send(Duty.frame(Duty.Kind.PROBE, token));
    return new Probe(probe.whenArrived(), probe.isSecond(), probe.since(), now);
  }

  private void unsubscribe(long token) {
    events.use(socket -> socket.unsubscribe(prefix(token)));
  }

  /** No topic begins with NUL, so nothing is ever sent to this prefix. */
  private static byte[] prefix(long token) {
    return Control.frame(token);
  }
}
