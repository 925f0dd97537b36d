package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Listener;
import io.belfry.service.Snapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is given. */
class Diary implements Listener {

  final List<Object> entries = new CopyOnWriteArrayList<>();

  @Override
  public void onEvent(Event event) throws Exception {
    entries.add(event.topic() + ":" + event.seq());
  }

  @Override
  public void onSnapshot(Snapshot snapshot) {
    entries.add("snapshot " + snapshot.topic() + ":" + snapshot.seq());
  }

  @Override
  public void onGap(Gap gap) {
    entries.add(gap.reason() + " " + gap.topic().map(Topic::name).orElse(gap.epoch()) + ":"
        + gap.from() + "-" + gap.to());
  }
}
