package io.belfry.tck.inproc;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Side;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.WorkHandler;
import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Requests;
import io.belfry.transport.delivery.Watch;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A hub or spoke at a place. */
final class InprocTransport implements Transport {

  private final Place place;
  private final Side side;
  private final Duration closeTimeout;
  private final Watch watch = new Watch("inproc-watch");
  private final Courier courier = new Courier("inproc-courier", watch);
  private final Requests requests = new Requests("inproc-clock", courier);
  private final Set<InprocSubscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  InprocTransport(Place place, Side side, Duration closeTimeout) {
    this.place = place;
    this.side = side;
    this.closeTimeout = closeTimeout;
  }

  @Override
  public Capabilities capabilities() {
    return place.capabilities();
  }

  @Override
  public Health health() {
    if (closed.get()) {
      return new Health(State.CLOSED, "The transport is closed.");
    }
    return place.isOpen()
        ? new Health(State.UP, "The hub is open.")
        : new Health(State.DOWN, "The hub is closed; open both sides again.");
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    try {
      requireSendable(message);
      place.topics().publish(topic, Parcel.of(message));
      return CompletableFuture.completedStage(null);
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    try {
      requireSendable(request);
      Parcel parcel = Parcel.of(request);
      return requests.send(
          service,
          deadline,
          number -> place.service(service).ask(new Question(parcel, requests, number)));
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    try {
      requireSendable(work);
      if (!place.queue(queue).push(Parcel.of(work))) {
        throw new TransportException(
            Category.REFUSED, "Nobody pulls from '" + queue + "'; start a worker.");
      }
      return CompletableFuture.completedStage(null);
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    requireOpen();
    capabilities().requireAdmissible(options);
    return begin(new Subscriber(place.topics(), filter, options, handler, closeTimeout));
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    requireOpen();
    return begin(new Server(place.service(service), capabilities(), handler, closeTimeout));
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    requireOpen();
    return begin(new Worker(place.queue(queue), options, handler, closeTimeout));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      if (side == Side.HUB) {
        place.close();
      }
      requests.failAll(new TransportException(Category.CLOSED, "The transport was closed."));
      closeAllAtOnce();
      requests.close();
      courier.close();
      watch.close();
    }
  }

  /** Not one after another: the time-outs must not add up. */
  private void closeAllAtOnce() {
    CompletableFuture<?>[] closings = subscriptions.stream()
        .map(subscription -> CompletableFuture.runAsync(subscription::close, courier.threads()))
        .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(closings).join();
  }

  private Subscription begin(Receiver receiver) {
    InprocSubscription subscription = new InprocSubscription(place, receiver, subscriptions);
    if (closed.get()) {
      subscription.close(); // Closed meanwhile, by another thread, which may have missed this one.
      requireOpen();
    }
    return subscription;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new TransportException(Category.CLOSED, "The transport is closed.");
    }
  }

  private void requireSendable(Message message) {
    requireOpen();
    if (!place.isOpen()) {
      throw new TransportException(Category.UNREACHABLE, "The hub is closed.");
    }
    capabilities().requireAdmissible(message);
  }
}
