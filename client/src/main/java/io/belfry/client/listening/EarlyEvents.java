package io.belfry.client.listening;

import io.belfry.service.Event;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What came before its turn, as much as there is room for: the log has the rest. */
final class EarlyEvents {

  private final int most;
  private final long mostBytes;
  private int count;
  private long bytes;

  EarlyEvents(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** Holds an event back, or lets it go if there is no room. */
  void hold(Track track, Event event) {
    int size = sizeOf(event);
    if (count < most && bytes + size <= mostBytes && !track.early.containsKey(event.seq())) {
      track.early.put(event.seq(), event);
      count++;
      bytes += size;
    }
  }

  /** The next event of the topic, if it is here. */
  @Nullable
  Event takeNext(Track track) {
    if (track.early.isEmpty() || track.early.firstKey() != track.next) {
      return null;
    }
    Event event = track.early.pollFirstEntry().getValue();
    release(event);
    return event;
  }

  /** Lets go what is below the next event of the topic. */
  void dropBelowNext(Track track) {
    drop(track.early.headMap(track.next));
  }

  void dropAll(Track track) {
    drop(track.early);
  }

  int count() {
    return count;
  }

  private void drop(SortedMap<Long, Event> events) {
    events.values().forEach(this::release);
    events.clear();
  }

  private void release(Event event) {
    count--;
    bytes -= sizeOf(event);
  }

  private static int sizeOf(Event event) {
    return event.content().payload().size();
  }
}
