package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Snapshot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was given to the listener: everything up to the watermark, and of each topic everything
 * before its next seq. It gives nothing twice and nothing out of turn, whoever asks.
 */
final class Ledger {

  private final Desk desk;
  private final EarlyEvents early;
  private final Milestones milestones = new Milestones();
  private final Map<Topic, Track> tracks = new HashMap<>();
  private String epoch = Progress.NOWHERE.epoch();
  private long watermark;

  /** Whether it began with the log, so that of a topic not yet known nothing was given. */
  private boolean isFromFirst;

  /** The highest offset that the log is known to have had. */
  private long highest;

  Ledger(Desk desk, EarlyEvents early) {
    this.desk = desk;
    this.early = early;
  }

  String epoch() {
    return epoch;
  }

  long watermark() {
    return watermark;
  }

  long highest() {
    return Math.max(highest, watermark);
  }

  /** The offset that is reached as soon as what is known to be missing has come. */
  long prospect() {
    return milestones.last(watermark);
  }

  boolean hasMilestones() {
    return !milestones.isEmpty();
  }

  /**
   * Where a topic stands.
   *
   * @return null if that is not known, since it began before the listening did
   */
  @Nullable
  Track track(Topic topic) {
    Track track = tracks.get(topic);
    return track == null && isFromFirst ? open(topic, 1, 0) : track;
  }

  /** Begins anew. */
  void begin(Delivery.Beginning beginning) {
    reset(beginning.epoch(), beginning.offset());
    beginning.ahead().forEach((topic, place) -> open(topic, place.seq() + 1, place.offset()));
    desk.deliver(beginning);
  }

  /** Begins anew, with the first event of another log, and tells so. */
  void renew(String newEpoch) {
    reset(newEpoch, 0);
    desk.deliver(new Delivery.OfGap(Gap.newLog(newEpoch), 0));
  }

  /** A topic of which all below {@code next} is at or before the offset. */
  Track open(Topic topic, long next, long offset) {
    Track track = new Track(topic, next, offset);
    tracks.put(topic, track);
    return track;
  }

  void show(Snapshot snapshot, long offset) {
    noteHead(offset);
    desk.deliver(new Delivery.OfSnapshot(snapshot, offset));
    open(snapshot.topic(), snapshot.seq() + 1, offset);
  }

  /** Notes where that is what was given last of the topic. */
  void locate(Track track, long offset) {
    if (track.offset == Place.ANYWHERE && offset < Place.ANYWHERE) {
      track.offset = offset;
      desk.deliver(new Delivery.Located(track.topic, new Place(track.next - 1, offset)));
    }
  }

  /** Gives the next event of the topic, and those held back that follow it. */
  void give(Track track, Event next) {
    for (Event event = next; event != null; event = early.takeNext(track)) {
      track.next = event.seq() + 1;
      track.offset = event.offset();
      noteHead(event.offset());
      desk.deliver(new Delivery.OfEvent(event));
    }
    milestones.passed(track.topic, track.next - 1);
    reachMilestones();
  }

  /** Holds an event back until those before it have come. */
  void hold(Track track, Event event) {
    track.needed = Math.max(track.needed, event.seq());
    early.hold(track, event);
  }

  /** Tells a gap, and goes on after it. */
  void skip(Track track, Gap gap, long offset) {
    desk.deliver(new Delivery.OfGap(gap, offset));
    track.next = gap.to() + 1;
    track.offset = offset;
    early.dropBelowNext(track);
    Event following = early.takeNext(track);
    if (following == null) {
      milestones.passed(track.topic, gap.to());
      reachMilestones();
    } else {
      give(track, following);
    }
  }

  /** Everything up to the offset was given, or will be with what is missing. */
  void reach(long offset, Map<Topic, Long> missing) {
    noteHead(offset);
    if (missing.isEmpty() && milestones.isEmpty()) {
      raise(offset);
    } else {
      milestones.add(offset, missing);
      reachMilestones();
    }
  }

  /** Everything up to the offset was given, whatever was said to be missing. */
  void pass(long offset) {
    raise(offset);
    reachMilestones();
  }

  /** Believes no more what was said of a topic. */
  void disbelieve(Track track) {
    track.needed = 0;
    early.dropAll(track);
    milestones.clear();
  }

  void noteHead(long offset) {
    highest = Math.max(highest, offset);
  }

  private void reachMilestones() {
    raise(milestones.reach(watermark, tracks));
  }

  private void raise(long offset) {
    if (offset > watermark) {
      watermark = offset;
      desk.deliver(new Delivery.Watermark(offset));
    }
  }

  private void reset(String newEpoch, long offset) {
    tracks.values().forEach(early::dropAll);
    tracks.clear();
    milestones.clear();
    epoch = newEpoch;
    watermark = offset;
    highest = offset;
    isFromFirst = offset == 0;
  }
}
