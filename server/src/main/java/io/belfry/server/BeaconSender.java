package io.belfry.server;

import io.belfry.message.Message;
import io.belfry.server.log.EventLog;
import io.belfry.service.protocol.Beacon;
import io.belfry.service.protocol.BeaconCodec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells on the wire how far the log is, so that a receiver notices that it has lost even the last
 * event. A beacon covers what changed since the one some seconds ago, so that a few may get lost;
 * where too many topics changed, since the last one, and if even those are too many, receivers ask.
 */
final class BeaconSender {

  private record Sent(long offset, long at) {}

  /** How many intervals a beacon covers, if there is room for all topics that changed in them. */
  private static final int COVERED = 3;

  private final EventLog log;
  private final long interval;
  private final Consumer<Message> wire;
  private final ArrayDeque<Sent> sent = new ArrayDeque<>();

  /**
   * Makes a sender.
   *
   * @param log the log
   * @param interval how long there may be no beacon while nothing changes
   * @param wire takes the beacons
   */
  BeaconSender(EventLog log, Duration interval, Consumer<Message> wire) {
    this.log = log;
    this.interval = interval.toNanos();
    this.wire = wire;
  }

  /** Called several times in an interval: sends a beacon if one is due. */
  synchronized void tick() {
    long now = System.nanoTime();
    long head = log.refreshHead();
    Sent last = sent.peekLast();
    if (last == null || head != last.offset() || now - last.at() >= interval) {
      send(now, head);
    }
  }

  private void send(long now, long head) {
    while (sent.size() > 1 && now - sent.element().at() > COVERED * interval) {
      sent.remove();
    }
    Beacon beacon = since(sent.isEmpty() ? head : sent.element().offset())
        .or(() -> since(sent.isEmpty() ? head : sent.getLast().offset()))
        .orElseGet(() -> new Beacon(log.epoch(), head, head, Map.of()));
    wire.accept(BeaconCodec.encode(beacon));
    sent.add(new Sent(head, now));
  }

  private Optional<Beacon> since(long offset) {
    return log.changedSince(offset, Beacon.MAX_HEADS)
        .map(found -> new Beacon(found.epoch(), found.offset(), offset, found.heads()));
  }
}
