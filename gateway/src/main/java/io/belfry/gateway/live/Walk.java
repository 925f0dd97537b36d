package io.belfry.gateway.live;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.NotificationService;
import io.belfry.service.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A way through what is kept, page by page. Immutable: each leg tells how to go on. */
interface Walk {

  /** Asks for the next page. */
  CompletionStage<Leg> next(NotificationService service);

  /**
   * The way from a beginning.
   *
   * @param from where to begin
   * @param filter which topics
   * @param end where the log ends
   */
  static Walk of(From from, TopicFilter filter, Cursor end) {
    if (from instanceof From.After after) {
      return new LogWalk(filter, after.cursor());
    }
    if (from instanceof From.Contents) {
      return new ContentsWalk(Selection.of(filter), Optional.empty());
    }
    if (from instanceof From.Seq first) {
      return filter.hasWildcard()
          ? TopicsWalk.from(Selection.of(filter), first.seq())
          : new SeqWalk(new Topic(filter.pattern()), first.seq());
    }
    return new LogWalk(filter, end);
  }

  /**
   * One page.
   *
   * @param told what it has
   * @param onward where to go on
   */
  record Leg(List<Told> told, Walk onward) {}
}
