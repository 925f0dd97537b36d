package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Content;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Heads;
import io.belfry.service.Mode;
import io.belfry.service.Registration;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import io.belfry.service.Subscribed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers at once, from a model log, with pages as small as it likes. */
final class ModelService extends OnlyReads {

  /** How many events are looked at, or topics listed, for one page. */
  int most = 1_000;

  /** Beyond this limit an answer would be too large. */
  int largest = 1_000;

  /** Whether it knows where a gap begins. */
  boolean knowsWhereGapsBegin = true;

  ModelLog log;
  long drawn;
  long fence;
  Cursor remembered = Cursor.at("none", 0);
  boolean isRegistered;

  ModelService(ModelLog log) {
    this.log = log;
  }

  @Override
  public synchronized CompletionStage<Snapshots> snapshot(Selection selection) {
    return answer(selection.limit(), () -> {
      require(selection.filter());
      List<Topic> page = selected(selection);
      return new Snapshots(
          log.epoch,
          log.head(),
          page.stream().map(this::snapshot).toList(),
          isMore(page, selection));
    });
  }

  @Override
  public synchronized CompletionStage<Heads> heads(Selection selection) {
    return answer(selection.limit(), () -> {
      List<Topic> page = selected(selection);
      Map<Topic, Long> heads = new LinkedHashMap<>();
      page.forEach(topic -> heads.put(topic, log.head(topic)));
      return new Heads(log.epoch, log.head(), heads, isMore(page, selection));
    });
  }

  @Override
  public synchronized CompletionStage<Replayed> replay(Replay query) {
    return answer(
        query.limit(),
        () -> query instanceof Replay.OfTopic ofTopic
            ? ofTopic(ofTopic)
            : ofLog((Replay.OfLog) query));
  }

  @Override
  public synchronized CompletionStage<Long> drawFence() {
    return answer(1, () -> ++drawn);
  }

  @Override
  public synchronized CompletionStage<Subscribed> subscribe(Registration claim) {
    return answer(1, () -> {
      require(claim.filter());
      requireLatest(claim);
      boolean isNew = !isRegistered;
      remembered = isRegistered ? remembered : Cursor.at(log.epoch, log.head());
      isRegistered = true;
      fence = claim.fence();
      return new Subscribed(
          claim, isNew, remembered, new Snapshots(log.epoch, log.head(), List.of(), true));
    });
  }

  @Override
  public synchronized CompletionStage<Void> advance(Registration registration, Cursor cursor) {
    return answer(1, () -> {
      requireLatest(registration);
      remembered = cursor;
      return null;
    });
  }

  private void requireLatest(Registration claim) {
    if (claim.fence() < fence) {
      throw new ServiceException(Code.FENCED, "Another has taken over.");
    }
  }

  private <T> CompletionStage<T> answer(int limit, Supplier<T> supplier) {
    try {
      if (limit > largest) {
        throw new ServiceException(Code.TOO_LARGE, "Ask for less.");
      }
      return CompletableFuture.completedFuture(supplier.get());
    } catch (ServiceException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void require(TopicFilter filter) {
    if (!filter.hasWildcard()) {
      requireTopic(new Topic(filter.pattern()));
    }
  }

  private void requireTopic(Topic topic) {
    if (!log.topics.containsKey(topic)) {
      throw new ServiceException(Code.UNKNOWN_TOPIC, "There is no such topic.");
    }
  }

  private List<Topic> selected(Selection selection) {
    return log.topics.keySet().stream()
        .filter(selection.filter()::matches)
        .filter(topic -> selection.after().isEmpty()
            || topic.name().compareTo(selection.after().get().name()) > 0)
        .limit(Math.min(most, selection.limit()))
        .toList();
  }

  private boolean isMore(List<Topic> page, Selection selection) {
    return page.size() == Math.min(most, selection.limit());
  }

  private Snapshot snapshot(Topic topic) {
    long head = log.head(topic);
    Content content =
        head == 0 ? Content.of("") : log.of(topic).get((int) head - 1).content();
    return new Snapshot(log.epoch, topic, Mode.REPLACE, head, Math.max(head, 1), content);
  }

  private Replayed ofTopic(Replay.OfTopic query) {
    requireTopic(query.topic());
    long head = log.head(query.topic());
    long to =
        Math.min(Math.min(query.to(), head), query.from() + Math.min(most, query.limit()) - 1);
    List<Event> events = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    long lost = Math.min(to, log.first(query.topic()) - 1);
    if (query.from() <= lost) {
      gaps.add(Gap.expired(log.epoch, query.topic(), query.from(), lost));
    }
    for (long seq = Math.max(query.from(), lost + 1); seq <= to; seq++) {
      events.add(log.of(query.topic()).get((int) seq - 1));
    }
    return new Replayed(log.epoch, events, gaps, to, head);
  }

  private Replayed ofLog(Replay.OfLog query) {
    if (!query.epoch().equals(log.epoch) || query.after() > log.head()) {
      throw new ServiceException(Code.STALE_CURSOR, "That is not in this log.");
    }
    int through = (int) Math.min(log.head(), query.after() + Math.min(most, query.limit()));
    List<Event> kept = new ArrayList<>();
    Map<Topic, Gap> gaps = new LinkedHashMap<>();
    for (Event event : log.events.subList((int) query.after(), through)) {
      if (query.filter().matches(event.topic())) {
        if (log.keeps(event)) {
          kept.add(event);
        } else {
          gaps.putIfAbsent(event.topic(), gap(event));
        }
      }
    }
    return new Replayed(log.epoch, kept, List.copyOf(gaps.values()), through, log.head());
  }

  private Gap gap(Event first) {
    long from = knowsWhereGapsBegin ? first.seq() : 0;
    return Gap.expired(log.epoch, first.topic(), from, log.first(first.topic()) - 1);
  }
}
