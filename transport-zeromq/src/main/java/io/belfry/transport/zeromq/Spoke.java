package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Health;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.WorkHandler;
import io.belfry.transport.zeromq.Link.Channel;
import io.belfry.transport.zeromq.SpokeCalls.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The side that connects: four connections to the hub, read by one thread. */
final class Spoke implements Transport, Link.Actions {

  private static final CompletionStage<Void> HANDED_OFF = CompletableFuture.completedStage(null);

  private final ZeroMqConfig config;
  private final Capabilities capabilities;
  private final Place place;
  private final SpokeEvents events;
  private final SpokeCalls calls;
  private final SpokeDuty duty;
  private final Probes probes;
  private final Link link;
  private final Reader reader;
  private final long id = Link.newToken();
  private final AtomicBoolean closed = new AtomicBoolean();
  private long publicationToken = Link.newToken();
  private boolean isProbingEvents;

  Spoke(ZeroMqConfig config, Capabilities capabilities, Place place) {
    this.config = config;
    this.capabilities = capabilities;
    this.place = place;
    this.reader = new Reader("belfry-zeromq-spoke", place.selector(), this::tick);
    Endpoints hub = config.endpoints();
    SocketFactory sockets = place.sockets();
    events = new SpokeEvents(
        new WireSocket(sockets.connected(SocketType.SUB, hub.events())),
        new Broadcast(
            sockets.connected(SocketType.XPUB, hub.publications()), config.slowPeerPatience()));
    calls = new SpokeCalls(
        new WireSocket(sockets.connected(SocketType.DEALER, hub.calls())),
        reader,
        config.sendTimeout());
    duty = new SpokeDuty(
        new WireSocket(sockets.connected(SocketType.DEALER, hub.duty())), config.closeTimeout());
    probes = new Probes(events.socket(), duty.socket());
    link = new Link(config, this);
    calls.begin(() -> link.prove(Channel.CALLS));
    duty.begin(
        link::heard, this::onLinkFrame, () -> link.isUp() && !reader.isReading(), reader::call);
  }

  /** Waits until the hub has answered on every connection; if it does not, nothing is left. */
  void start() {
    reader.start(List.of(events, calls, duty));
    try {
      awaitHub();
    } catch (TransportException e) {
      place.sockets().forgetWhatWaits();
      close();
      throw e;
    }
  }

  private void awaitHub() {
    try {
      link.firstUp().get(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.unreachable(config.endpoints());
    } catch (ExecutionException | TimeoutException e) {
      throw Failures.unreachable(config.endpoints());
    }
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    try {
      requireUsable(message);
      if (!events.publish(topic, message)) {
        throw Failures.closed("The transport");
      }
      return HANDED_OFF;
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
    reader.execute(
        () -> probes.begin(() -> reader.call(() -> subscription.readiness().complete(null))));
    return orClosed(subscription);
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    try {
      requireUsable(request);
      return calls.call(Kind.REQUEST, service, request, deadline);
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    requireOpen();
    ServicePost post = new ServicePost(duty, service, reader, capabilities, handler);
    duty.add(post);
    return orClosed(post);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    try {
      requireUsable(work);
      return calls.call(Kind.PUSH, queue, work, config.sendTimeout()).thenAccept(accepted -> {});
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    requireOpen();
    WorkerPost post = new WorkerPost(duty, queue, reader, options, handler);
    duty.add(post);
    return orClosed(post);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Health health() {
    return link.health();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    duty.closeAll();
    link.close();
    events.subscriptions().forEach(EventSubscription::close);
    calls.failAll(Failures.closed("The transport"));
    reader.close(config.closeTimeout());
    events.close();
    calls.close();
    duty.close();
    place.close();
    calls.failAll(Failures.closed("The transport"));
  }

  @Override
  public void greet() {
    duty.socket().send(Duty.frame(Duty.Kind.HELLO, id, Duty.VERSION, 0));
  }

  @Override
  public void probe(Channel channel) {
    switch (channel) {
      case CALLS -> calls.probe();
      case PUBLICATIONS -> events.probePublications(id, publicationToken);
      case EVENTS -> probeEvents();
      default -> greet();
    }
  }

  @Override
  public void reconnect(Channel channel) {
    Endpoints hub = config.endpoints();
    switch (channel) {
      case DUTY -> duty.socket().use(socket -> reconnect(socket, hub.duty()));
      case CALLS -> calls.socket().use(socket -> reconnect(socket, hub.calls()));
      case EVENTS -> events.socket().use(socket -> reconnect(socket, hub.events()));
      default -> events.usePublisher(socket -> reconnect(socket, hub.publications()));
    }
  }

  @Override
  public void enrol() {
    duty.enrolAll();
  }

  @Override
  public void lost() {
    publicationToken = Link.newToken();
    calls.renewHello();
    probes.restart();
    TransportException gone = new TransportException(
        Category.UNREACHABLE,
        "The connection to the hub was lost; whether this was done is not known.");
    reader.execute(() -> reader.call(() -> calls.failAll(gone)));
  }

  private static void reconnect(ZMQ.Socket socket, String endpoint) {
    socket.disconnect(endpoint);
    socket.connect(endpoint);
  }

  private void probeEvents() {
    if (!isProbingEvents) {
      isProbingEvents = true;
      probes.begin(() -> {
        isProbingEvents = false;
        link.prove(Channel.EVENTS);
      });
    }
  }

  private void onLinkFrame(Duty frame) {
    switch (frame.kind()) {
      case WELCOME -> link.welcomed(frame.field(0), frame.field(2) != 0);
      case ARRIVED -> arrived(frame.field(0));
      default -> throw new IllegalArgumentException("A spoke has no use for " + frame.kind());
    }
  }

  private void arrived(long token) {
    if (token == publicationToken) {
      link.prove(Channel.PUBLICATIONS);
    } else {
      probes.arrived(token);
    }
  }

  private long tick(long late) {
    events.drainAnnouncements();
    long next = Math.min(link.tick(late), probes.tick());
    return Math.min(next, calls.expire());
  }

  private void requireUsable(Message message) {
    requireOpen();
    capabilities.requireAdmissible(message);
    if (!link.isUp()) {
      throw closed.get()
          ? Failures.closed("The transport")
          : Failures.unreachable(config.endpoints());
    }
  }

  /** A subscription made while the transport was being closed must not outlive it. */
  private Subscription orClosed(Subscription subscription) {
    if (closed.get()) {
      subscription.close();
      throw Failures.closed("The transport");
    }
    return subscription;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw Failures.closed("The transport");
    }
  }
}
