package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Health;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.WorkHandler;
import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Requests;
import io.belfry.transport.delivery.Watch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/** A client of an MQTT broker. */
final class MqttTransport implements Transport {

  private static final CompletionStage<Void> HANDED_OFF = CompletableFuture.completedStage(null);

  private static final Logger LOG = System.getLogger(MqttTransport.class.getName());

  private final MqttConfig config;
  private final Names names;
  private final Watch watch = new Watch("belfry-mqtt-watch");
  private final Courier courier = new Courier("belfry-mqtt-courier", watch);
  private final Requests requests = new Requests("belfry-mqtt-clock", courier);
  private final Lanes lanes;
  private final Asking asking;
  private final Capabilities capabilities;
  private final Workers pipe;
  private final Set<Post> posts = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Connects.
   *
   * @param config the settings
   * @throws TransportException if that can't be had; nothing stays open
   */
  MqttTransport(MqttConfig config) {
    this.config = config;
    this.names = new Names(config.prefix());
    this.lanes = new Lanes(config, courier.threads(), requests::failAll);
    try {
      this.asking = new Asking(names, config.clientId(), lanes, requests);
      lanes.first().open(config.waitForBroker());
      this.capabilities =
          MqttCapabilities.of(config, lanes.first().connection().require().limits());
    } catch (RuntimeException e) {
      lanes.end().forEach(Lane::close);
      closeThreads();
      throw e;
    }
    this.pipe = new Workers(config, lanes, courier);
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    try {
      requireUsable(message);
      int qos = capabilities.publishLevel() == Acknowledgement.HANDED_OFF ? 0 : 1;
      return publish(names.topic(topic), Codec.encode(message, qos));
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  private CompletionStage<Void> publish(String onWire, MqttMessage message) {
    BrokerLink link = lanes.first().connection().require();
    if (message.getQos() == 0) {
      link.publish(onWire, message, Receipt.NONE);
      return HANDED_OFF;
    }
    Acceptance acceptance = new Acceptance(
        courier,
        code -> code < Failures.FIRST_FAILURE
            ? null
            : Failures.refused("to publish on '" + onWire + "'", code));
    link.publish(onWire, message, acceptance);
    return acceptance;
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    requireOpen();
    capabilities.requireAdmissible(options);
    TopicSubscriber subscriber =
        new TopicSubscriber(filter, options, config.closeTimeout(), handler, lanes, posts::remove);
    posts.add(subscriber);
    String pattern = names.filter(filter);
    subscriber.begin(
        options
            .group()
            .map(group -> BrokerFilter.shared(Names.group(group), pattern))
            .orElse(BrokerFilter.open(pattern)),
        config.qos());
    return kept(subscriber);
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    try {
      requireUsable(request);
      return asking.ask(service, request, deadline);
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public Subscription serve(Address address, RequestHandler handler) {
    requireOpen();
    MqttCapabilities.requireShared(capabilities, "a service");
    Service service = new Service(address, config, lanes, capabilities, handler, posts::remove);
    posts.add(service);
    service.begin();
    return kept(service);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    try {
      requireUsable(work);
      return pipe.push(queue, work);
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    requireOpen();
    MqttCapabilities.requireShared(capabilities, "a worker");
    return pipe.pull(queue, options, handler);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Health health() {
    Health health = lanes.health();
    return health.isHealthy() ? pipe.trouble().orElse(health) : health;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    List<AutoCloseable> handlers = new ArrayList<>(posts);
    handlers.add(pipe);
    closeAll(handlers);
    lanes.first().connection().current().ifPresent(link -> link.awaitSent(config.closeTimeout()));
    closeAll(lanes.end());
    closeThreads();
  }

  private void closeThreads() {
    requests.close();
    courier.close();
    watch.close();
  }

  /** A subscription that is refused is closed; one made while we were being closed must not be. */
  private Subscription kept(Post post) {
    post.ready()
        .whenCompleteAsync((nothing, failure) -> closeIfFailed(post, failure), courier.threads());
    if (closed.get()) {
      post.close();
      throw Failures.closed("The transport");
    }
    return post;
  }

  /** It fails when the broker refuses it; it may have been closed already, which is no matter. */
  private static void closeIfFailed(Post post, @Nullable Throwable failure) {
    if (failure != null) {
      post.close();
    }
  }

  /** Closes all at the same time, so that the time-outs do not add up. */
  private void closeAll(List<? extends AutoCloseable> things) {
    List<CompletableFuture<Void>> closing = new ArrayList<>();
    for (AutoCloseable thing : things) {
      if (thing instanceof Post post && post.isOwnThread()) {
        post.close();
      } else {
        closing.add(CompletableFuture.runAsync(() -> close(thing), courier.threads()));
      }
    }
    try {
      CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new))
          .get(config.closeTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "Not everything could be closed in time", e);
    }
  }

  private static void close(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "Something could not be closed", e);
    }
  }

  private void requireUsable(Message message) {
    requireOpen();
    capabilities.requireAdmissible(message);
  }

  private void requireOpen() {
    if (closed.get()) {
      throw Failures.closed("The transport");
    }
  }
}
