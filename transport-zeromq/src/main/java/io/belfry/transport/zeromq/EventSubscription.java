package io.belfry.transport.zeromq;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Counters;
import io.belfry.transport.Opener;
import io.belfry.transport.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A subscription of events: a lane, and what else has to be done when it is closed. */
final class EventSubscription implements Subscription {

  private final Lane<Event> lane;
  private final Opener opener;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Consumer<EventSubscription> onClose;

  EventSubscription(Lane<Event> lane, Opener opener, Consumer<EventSubscription> onClose) {
    this.lane = lane;
    this.opener = opener;
    this.onClose = onClose;
  }

  /** Takes an event from the reading thread. */
  void deliver(Topic topic, Message message) {
    List<Message> opened = opener.open(message);
    if (opened.size() == 1) {
      lane.deliver(new Event(topic, opened.get(0)));
    } else {
      lane.queueAll(events(topic, opened));
    }
  }

  /** Takes an event from any thread, one at a time. */
  void queue(Topic topic, Message message) {
    lane.queueAll(events(topic, opener.open(message)));
  }

  private static List<Event> events(Topic topic, List<Message> messages) {
    List<Event> events = new ArrayList<>(messages.size());
    messages.forEach(message -> events.add(new Event(topic, message)));
    return events;
  }

  Lane<Event> lane() {
    return lane;
  }

  CompletableFuture<Void> readiness() {
    return ready;
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public Counters counters() {
    return lane.counters();
  }

  @Override
  public void close() {
    onClose.accept(this);
    lane.close();
    ready.completeExceptionally(Failures.closed("The subscription"));
  }
}
