package io.belfry.gateway.live;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Heads;
import io.belfry.service.NotificationService;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * To an event of one topic, and along the log from there: so every event has a place in the log
 * from the first one on.
 *
 * @param topic which topic
 * @param seq which event
 */
record SeqWalk(Topic topic, long seq) implements Walk {

  @Override
  public CompletionStage<Leg> next(NotificationService service) {
    // The end first: what is appended after that comes along the log.
    return service
        .heads(Selection.of(topic))
        .thenCompose(heads -> service
            .replay(new Replay.OfTopic(topic, seq, Long.MAX_VALUE, 1))
            .thenApply(found -> leg(found, place(found, heads))));
  }

  private static Cursor place(Replayed found, Heads heads) {
    return found.events().isEmpty()
        ? Cursor.at(heads.epoch(), heads.offset())
        : Cursor.at(found.epoch(), found.events().get(0).offset() - 1);
  }

  private Leg leg(Replayed found, Cursor place) {
    List<Told> gaps =
        found.gaps().stream().map(gap -> Told.gap(gap, Optional.of(place))).toList();
    return new Leg(gaps, new LogWalk(TopicFilter.exactly(topic), place));
  }
}
