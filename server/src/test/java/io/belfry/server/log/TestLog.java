package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.store.Store;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Event;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Replay;
import io.belfry.service.ServiceException;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** A log in a database of its own, and short words for what tests do with it. */
final class TestLog implements AutoCloseable {

  private final StoreConfig config;
  private final AutoCloseable database;
  private final SetClock clock = new SetClock(Instant.parse("2030-01-01T00:00:00Z"));
  private LogConfig limits = LogConfig.usual().keeping(Retention.UNLIMITED);
  private Store store;
  private EventLog log;

  TestLog(StoreConfig config, AutoCloseable database) {
    this.config = config;
    this.database = database;
    open();
  }

  private void open() {
    store = Store.open(config);
    log = EventLog.open(store, limits, Runnable::run, clock);
  }

  /** Closes and opens it, with other limits. */
  void reopen(LogConfig newLimits) {
    limits = newLimits;
    log.close();
    store.close();
    open();
  }

  EventLog log() {
    return log;
  }

  Store store() {
    return store;
  }

  StoreConfig config() {
    return config;
  }

  SetClock clock() {
    return clock;
  }

  /** Creates topics of which each event replaces the content. */
  void create(String... names) {
    for (String name : names) {
      log.createTopic(TopicSpec.of(new Topic(name)));
    }
  }

  void createAppending(String name) {
    log.createTopic(new TopicSpec(new Topic(name), Mode.APPEND, ""));
  }

  Published publish(String topic, String text) {
    return Waiting.value(log.append(publication(topic, text)));
  }

  Published publish(String topic, String text, String key) {
    return Waiting.value(log.append(publication(topic, text).withKey(key)));
  }

  void publishMany(String topic, int count) {
    for (int i = 1; i <= count; i++) {
      publish(topic, topic + " " + i);
    }
  }

  ServiceException.Code refusal(Publication publication) {
    return failure(publication).code();
  }

  ServiceException failure(Publication publication) {
    try {
      log.append(publication).toCompletableFuture().join();
    } catch (CompletionException e) {
      return (ServiceException) e.getCause();
    }
    throw new AssertionError("It was appended.");
  }

  /** All that is kept, in as many pages as it takes, each of at most so many events. */
  List<Event> all(String filter, int limit) {
    List<Event> events = new ArrayList<>();
    long after = 0;
    while (after < log.refreshHead()) {
      var page = log.replay(new Replay.OfLog(new TopicFilter(filter), log.epoch(), after, limit));
      events.addAll(page.events());
      if (page.through() <= after) {
        throw new AssertionError("A page does not move on: " + page);
      }
      after = page.through();
    }
    return events;
  }

  static Publication publication(String topic, String text) {
    return Publication.of(new Topic(topic), text);
  }

  static List<String> texts(List<Event> events) {
    return events.stream().map(event -> event.content().payload().text()).toList();
  }

  static Map<String, List<Long>> seqs(List<Event> events) {
    return events.stream()
        .collect(Collectors.groupingBy(
            event -> event.topic().name(), Collectors.mapping(Event::seq, Collectors.toList())));
  }

  @Override
  public void close() throws Exception {
    log.close();
    store.close();
    database.close();
  }
}
