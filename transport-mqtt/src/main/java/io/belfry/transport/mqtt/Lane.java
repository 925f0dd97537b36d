package io.belfry.transport.mqtt;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.transport.Health;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Routes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/**
 * A connection and the filters on it, of which no two overlap: so whatever comes has come for one
 * of them, and comes once. Safe for any thread.
 */
final class Lane implements Connection.Use, AutoCloseable {

  /** Takes the messages of one name of Belfry's own. On a thread of Paho; must not wait. */
  @FunctionalInterface
  interface Duty {

    /**
     * A message has come.
     *
     * @param link what it has come on
     * @param message the message
     */
    void arrived(BrokerLink link, MqttMessage message);
  }

  private static final Logger LOG = System.getLogger(Lane.class.getName());
  private static final int MAX_REMEMBERED = 10_000;

  private static final String ECHO = "echo";

  private final Connection connection;
  private final String clientId;
  private final Names names;
  private final Duration patience;
  private final Consumer<TransportException> onLoss;
  private final Routes<TopicSubscriber> subscribers = new Routes<>();
  private final Map<String, CompletableFuture<Void>> echoes = new ConcurrentHashMap<>();
  private final Map<String, Duty> duties = new ConcurrentHashMap<>();
  private final Map<String, Optional<Topic>> topics = new ConcurrentHashMap<>();
  private final List<Berth> berths = new ArrayList<>();
  private @Nullable BrokerLink link;
  private boolean isOver;
  private volatile boolean hasBeenUp;

  /**
   * Makes a lane that is not yet open.
   *
   * @param config the settings
   * @param clientId by which the broker knows it
   * @param later runs what would have to wait on a thread of Paho
   * @param onLoss is told when the connection is lost
   */
  Lane(MqttConfig config, String clientId, Executor later, Consumer<TransportException> onLoss) {
    this.clientId = clientId;
    this.names = new Names(config.prefix());
    this.patience = config.connectTimeout();
    this.onLoss = onLoss;
    this.connection =
        new Connection(config, new Manner(clientId, BrokerLimits.MOST, false), later, this);
  }

  /** Connects for the first time; see {@link Connection#open}. */
  void open(Duration forSoLong) {
    connection.open(forSoLong);
  }

  Connection connection() {
    return connection;
  }

  /** Whether messages can travel here, once it is open. */
  Optional<Health> health() {
    return hasBeenUp ? Optional.of(connection.health()) : Optional.empty();
  }

  /** The berth that brings already whatever the filter wants, if there is one. */
  synchronized Optional<Berth> serving(BrokerFilter filter) {
    return berths.stream()
        .filter(berth -> berth.filter().serves(filter))
        .filter(berth -> !berth.ready().isCompletedExceptionally())
        .findFirst();
  }

  /** Whether the filter could be subscribed here without a message coming twice. */
  synchronized boolean hasRoomFor(BrokerFilter filter) {
    return !isOver && berths.stream().noneMatch(berth -> berth.filter().overlaps(filter));
  }

  /** Whether nobody uses it. */
  synchronized boolean isEmpty() {
    String own = names.replies(clientId);
    return berths.stream().allMatch(berth -> berth.filter().pattern().equals(own));
  }

  /** Subscribes now, if there is a connection, and whenever there is a new one. */
  synchronized Berth moor(BrokerFilter filter, int qos) {
    Berth berth = new Berth(this, filter, qos);
    berths.add(berth);
    if (link != null) {
      var unused = subscribe(link, berth);
    }
    return berth;
  }

  /**
   * Subscribes to what {@link #echo} needs, where that has not been done for something else. It may
   * overlap with another filter: an echo that comes twice is heard once.
   */
  synchronized void awaitsEchoes() {
    String own = names.replies(clientId);
    if (berths.stream().noneMatch(berth -> berth.filter().pattern().equals(own))) {
      moor(BrokerFilter.own(own), 1);
    }
  }

  /**
   * Sends a message to ourselves. When it comes back, all that the broker had sent before has come.
   *
   * @return completes then, or fails
   */
  CompletableFuture<Void> echo() {
    CompletableFuture<Void> heard = new CompletableFuture<>();
    String id = Long.toString(ThreadLocalRandom.current().nextLong());
    MqttMessage call = Codec.encode(Message.of(Payload.EMPTY), 1);
    Codec.add(call, ECHO, id);
    echoes.put(id, heard);
    try {
      connection.require().publish(names.replies(clientId), call, Receipt.NONE);
    } catch (TransportException e) {
      heard.completeExceptionally(e);
    }
    return heard.whenComplete((nothing, failure) -> echoes.remove(id));
  }

  /** Ends what {@link #moor} began; the stage completes when the broker knows, or is gone. */
  synchronized CompletableFuture<Void> castOff(Berth berth) {
    return berths.remove(berth) && link != null
        ? link.unsubscribe(berth.filter().onWire()).exceptionally(failure -> null)
        : CompletableFuture.completedFuture(null);
  }

  /** Fails whatever is not yet in force: it never will be. Nothing new is taken. */
  synchronized void fail(TransportException why) {
    isOver = true;
    List.copyOf(berths).forEach(berth -> berth.ready().completeExceptionally(why));
  }

  void add(TopicSubscriber subscriber) {
    subscribers.add(subscriber.filter(), subscriber);
  }

  void remove(TopicSubscriber subscriber) {
    subscribers.remove(subscriber);
  }

  void add(String internalName, Duty duty) {
    duties.put(internalName, duty);
  }

  void remove(String internalName) {
    duties.remove(internalName);
  }

  @Override
  public void arrived(BrokerLink from, String onWire, MqttMessage message) {
    if (names.isInternal(onWire)) {
      takeInternal(from, onWire, message);
      return;
    }
    topic(onWire).ifPresent(topic -> TopicSubscriber.offer(subscribers.to(topic), topic, message));
  }

  @Override
  public void restore(BrokerLink fresh) {
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    synchronized (this) {
      link = fresh;
      berths.forEach(berth -> answers.add(subscribe(fresh, berth)));
    }
    try {
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
          .get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noAnswer(e);
    } catch (ExecutionException | TimeoutException e) {
      throw noAnswer(e);
    }
    hasBeenUp = true;
  }

  @Override
  public void lost(TransportException why) {
    synchronized (this) {
      link = null;
    }
    onLoss.accept(why);
  }

  @Override
  public void close() {
    connection.close();
    fail(Failures.closed("The transport"));
  }

  /** What has neither duty nor echo has come by a filter that begins with a wildcard. */
  private void takeInternal(BrokerLink from, String onWire, MqttMessage message) {
    Duty duty = duties.get(onWire);
    String echo = Codec.get(message, ECHO);
    if (echo != null) {
      CompletableFuture<Void> heard = echoes.get(echo);
      if (heard != null) {
        heard.complete(null);
      }
    } else if (duty != null) {
      duty.arrived(from, message);
    }
  }

  /** Completes when the broker has answered, and fails if it has not. */
  private CompletableFuture<Void> subscribe(BrokerLink to, Berth berth) {
    return to.subscribe(berth.filter().onWire(), berth.qos()).handle((nothing, failure) -> {
      settle(berth, failure);
      return null;
    });
  }

  private static void settle(Berth berth, @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause == null) {
      berth.ready().complete(null);
    } else if (cause instanceof TransportException e && e.category() == Category.UNREACHABLE) {
      throw e; // It is subscribed on the next connection.
    } else if (!berth.ready().completeExceptionally(cause)) {
      LOG.log(
          Level.WARNING,
          () -> "'" + berth.filter().onWire() + "' is not in force any more: " + cause);
    }
  }

  private Optional<Topic> topic(String onWire) {
    Optional<Topic> known = topics.get(onWire);
    if (known == null) {
      known = names.parse(onWire);
      if (known.isEmpty()) {
        LOG.log(Level.DEBUG, () -> "Messages on a topic that is none of Belfry's are left out.");
      }
      if (topics.size() >= MAX_REMEMBERED) {
        topics.clear();
      }
      topics.put(onWire, known);
    }
    return known;
  }

  private static TransportException noAnswer(Exception cause) {
    return new TransportException(
        Category.UNREACHABLE, "The broker did not take the subscriptions in time.", cause);
  }
}
