package io.belfry.transport.mqtt;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.Opener;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.delivery.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/** A subscription to topics: what the application holds, and the inbox of its handler. */
final class TopicSubscriber implements Post {

  private record Arrival(Topic topic, Message message, long expiresAt) {
    Arrival with(Message other) {
      return new Arrival(topic, other, expiresAt);
    }
  }

  private final TopicFilter filter;
  private final Opener opener;
  private final Inbox<Arrival> inbox;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Lanes lanes;
  private final Consumer<Post> onClose;
  private final AtomicReference<@Nullable Berth> berth = new AtomicReference<>();

  /**
   * Makes a subscription that nothing arrives at yet.
   *
   * @param filter the topics wanted
   * @param options the queue
   * @param closeTimeout how long closing waits for the handler
   * @param handler what to do with each message
   * @param lanes where it is to receive
   * @param onClose is told of its end
   */
  TopicSubscriber(
      TopicFilter filter,
      SubscribeOptions options,
      Duration closeTimeout,
      MessageHandler handler,
      Lanes lanes,
      Consumer<Post> onClose) {
    this.onClose = onClose;
    this.filter = filter;
    this.opener = options.opener();
    this.lanes = lanes;
    this.inbox = new Inbox<>(
        "belfry-mqtt-subscriber " + filter,
        options.queueBound(),
        options.overflow(),
        closeTimeout,
        arrival -> handle(arrival, handler));
  }

  TopicFilter filter() {
    return filter;
  }

  /** Begins to receive. */
  void begin(BrokerFilter wanted, int qos) {
    Berth mine = lanes.enter(wanted, qos, lane -> lane.add(this));
    berth.set(mine);
    mine.pass(ready, lanes.background());
  }

  @Override
  public boolean isOwnThread() {
    return inbox.isOwnThread();
  }

  /** Gives a message to all who want it; it is decoded once, and only if somebody does. */
  static void offer(List<TopicSubscriber> subscribers, Topic topic, MqttMessage arrived) {
    if (!subscribers.isEmpty()) {
      Message message = Codec.decode(arrived);
      Arrival arrival = new Arrival(topic, message, Codec.expiresAt(arrived, message));
      for (TopicSubscriber subscriber : subscribers) {
        subscriber.take(arrival);
      }
    }
  }

  private void take(Arrival arrival) {
    List<Message> opened = opener.open(arrival.message());
    if (opened.size() == 1) {
      inbox.offer(arrival.with(opened.get(0)));
    } else {
      inbox.offerAll(opened.stream().map(arrival::with).toList());
    }
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public Counters counters() {
    return inbox.counters();
  }

  @Override
  public void close() {
    onClose.accept(this);
    Berth mine = berth.getAndSet(null);
    if (mine != null) {
      mine.lane().remove(this);
      var unused = lanes.leave(mine);
    }
    inbox.close();
    ready.completeExceptionally(Failures.closed("The subscription"));
  }

  private static void handle(Arrival arrival, MessageHandler handler) throws Exception {
    if (!Expiry.isPast(arrival.expiresAt())) {
      handler.onMessage(arrival.topic(), arrival.message());
    }
  }
}
