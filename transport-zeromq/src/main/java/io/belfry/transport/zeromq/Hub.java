package io.belfry.transport.zeromq;

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
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.WorkHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zeromq.SocketType;

/**
 * The side that binds. It relays between the spokes like the guide's forwarder, queue and streamer,
 * and takes part itself without a detour.
 */
final class Hub implements Transport {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);
  private static final long PLAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final ZeroMqConfig config;
  private final Capabilities capabilities;
  private final Place place;
  private final Services services = new Services();
  private final WorkQueues queues;
  private final Optional<Gatekeeper> gatekeeper;
  private final HubEvents events;
  private final HubCalls calls;
  private final HubDuty duty;
  private final PlainPush plainPush;
  private final Optional<PlainPull> plainPull;
  private final Reader reader;
  /** The services and workers of the hub itself. */
  private final Set<Subscription> own = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean closed = new AtomicBoolean();

  Hub(ZeroMqConfig config, Capabilities capabilities, Place place) {
    this.config = config;
    this.capabilities = capabilities;
    this.place = place;
    Endpoints at = config.endpoints();
    SocketFactory sockets = place.sockets();
    this.reader = new Reader("belfry-zeromq-hub", place.selector(), this::tick);
    gatekeeper = config.curveClients().map(keys -> new Gatekeeper(sockets.gatekeeper(), keys));
    queues = new WorkQueues(config.queueBound(), config.redeliveryLimit());
    events = new HubEvents(
        new WireSocket(sockets.bound(SocketType.SUB, at.publications())),
        new Broadcast(sockets.bound(SocketType.XPUB, at.events()), config.slowPeerPatience()));
    calls = new HubCalls(
        new WireSocket(sockets.bound(SocketType.ROUTER, at.calls())), reader, services, queues);
    duty = new HubDuty(
        new WireSocket(sockets.bound(SocketType.ROUTER, at.duty())),
        services,
        queues,
        config.heartbeat(),
        config.heartbeatTimeout());
    plainPush =
        new PlainPush(new WireSocket(sockets.bound(SocketType.PULL, at.plainPush())), queues);
    plainPull = config
        .plainQueue()
        .map(queue -> new PlainPull(
            new WireSocket(sockets.bound(SocketType.PUSH, at.plainPull())), queues.named(queue)));
    events.begin(duty::greeted);
    duty.begin(events::hasArrived, calls::reply, reader::tickBy);
  }

  void start() {
    List<Reader.Source> sources = new ArrayList<>(List.of(events, calls, duty, plainPush));
    gatekeeper.ifPresent(sources::add);
    reader.start(sources);
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    try {
      requireUsable(message);
      if (!events.publish(topic, message)) {
        throw Failures.closed("The transport");
      }
      return DONE;
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    requireOpen();
    capabilities.requireAdmissible(options);
    EventSubscription subscription =
        events.subscribe(filter, options, reader, config.closeTimeout(), handler);
    subscription.readiness().complete(null);
    return orClosed(subscription);
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    try {
      requireUsable(request);
      return calls.request(service, request, deadline);
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    requireOpen();
    return kept(new HubService(
        services,
        calls::reply,
        service,
        reader,
        config.closeTimeout(),
        own::remove,
        capabilities,
        handler));
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    try {
      requireUsable(work);
      long deadline = System.nanoTime() + config.sendTimeout().toNanos();
      if (!queue(queue).push(Work.of(queue, work), deadline)) {
        throw new TransportException(
            Category.REFUSED, "The queue '" + queue + "' is full; try later.");
      }
      return DONE;
    } catch (TransportException e) {
      return e.asStage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TransportException(
              Category.REFUSED, "The thread was interrupted while the queue was full.", e)
          .asStage();
    }
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    requireOpen();
    return kept(new HubWorker(
        queue(queue), queue, reader, config.closeTimeout(), own::remove, options, handler));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Health health() {
    if (closed.get()) {
      return new Health(State.CLOSED, "The transport is closed.");
    }
    return new Health(
        State.UP,
        "The hub is bound to "
            + config.endpoints()
            + "; messages dropped for stalled subscribers: "
            + events.dropped()
            + ".");
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    own.forEach(Subscription::close);
    events.subscriptions().forEach(EventSubscription::close);
    reader.close(config.closeTimeout());
    events.close();
    calls.close();
    duty.close();
    plainPush.close();
    plainPull.ifPresent(PlainPull::close);
    place.close();
  }

  private long tick(long late) {
    events.drainAnnouncements();
    plainPull.ifPresent(PlainPull::tick);
    long next = Math.min(TICK_NANOS, duty.tick(late));
    if (plainPull.isPresent() || plainPush.isPaused()) {
      next = Math.min(next, PLAIN_NANOS);
    }
    return Math.min(next, calls.expire());
  }

  private Subscription kept(Subscription subscription) {
    own.add(subscription);
    return orClosed(subscription);
  }

  /** A subscription made while the transport was being closed must not outlive it. */
  private Subscription orClosed(Subscription subscription) {
    if (closed.get()) {
      subscription.close();
      throw Failures.closed("The transport");
    }
    return subscription;
  }

  private WorkQueue queue(Address name) {
    try {
      return queues.named(name.name());
    } catch (IllegalArgumentException e) {
      throw new TransportException(Category.REFUSED, String.valueOf(e.getMessage()), e);
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
