package io.belfry.server;

import static io.belfry.tck.Waiting.until;

import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Listener;
import io.belfry.service.Snapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that remembers all it was told. */
final class Collected implements Listener {

  final List<Event> events = new CopyOnWriteArrayList<>();
  final List<Snapshot> snapshots = new CopyOnWriteArrayList<>();
  final List<Gap> gaps = new CopyOnWriteArrayList<>();

  @Override
  public void onEvent(Event event) {
    events.add(event);
  }

  @Override
  public void onSnapshot(Snapshot snapshot) {
    snapshots.add(snapshot);
  }

  @Override
  public void onGap(Gap gap) {
    gaps.add(gap);
  }

  /** What was published, as "topic seq text". */
  List<String> told() {
    return events.stream()
        .map(event ->
            event.topic() + " " + event.seq() + " " + event.content().payload().text())
        .toList();
  }

  void await(int count) {
    until("there were " + count + " events", () -> events.size() >= count);
  }
}
