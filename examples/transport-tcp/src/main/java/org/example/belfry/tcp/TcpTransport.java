package org.example.belfry.tcp;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** A spoke: what an application holds, also the one that opened the hub. */
final class TcpTransport implements Transport {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final TcpConfig config;
  private final Runnable afterClose;
  private final Uplink uplink;
  private final AtomicBoolean closed = new AtomicBoolean();

  private TcpTransport(TcpConfig config, Runnable afterClose) {
    this.config = config;
    this.afterClose = afterClose;
    this.uplink = new Uplink(config);
  }

  /**
   * Connects to the hub.
   *
   * @param afterClose what else is to be closed in the end
   */
  static TcpTransport open(TcpConfig config, Runnable afterClose) {
    TcpTransport transport = new TcpTransport(config, afterClose);
    transport.uplink.open();
    return transport;
  }

  @Override
  public Capabilities capabilities() {
    return TcpProvider.CAPABILITIES;
  }

  @Override
  public Health health() {
    return closed.get() ? new Health(State.CLOSED, "The transport is closed.") : uplink.health();
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    try {
      requireSendable(message);
      uplink.send(Frame.of(Kind.PUBLISH, 0, topic.name(), message));
      return DONE;
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    return ask(Kind.REQUEST, service, request, deadline);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    return ask(Kind.PUSH, queue, work, config.sendTimeout()).thenApply(accepted -> null);
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    requireOpen();
    capabilities().requireAdmissible(options);
    return begin(new Subscriber(uplink, config, filter, options, handler));
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    requireOpen();
    return begin(new Server(uplink, config, service, handler));
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    requireOpen();
    return begin(new Worker(uplink, config, queue, options, handler));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      uplink.close();
      afterClose.run();
    }
  }

  private CompletionStage<Message> ask(
      Kind kind, Address address, Message message, Duration deadline) {
    try {
      requireSendable(message);
      Frame frame = Frame.of(kind, 0, address.name(), message);
      return uplink
          .requests()
          .send(address, deadline, number -> uplink.send(frame.numbered(number)));
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  private Subscription begin(Receiver receiver) {
    uplink.receivers().add(receiver);
    if (closed.get()) {
      receiver.close(); // Closed meanwhile, by another thread, which may have missed this one.
      requireOpen();
    }
    return receiver;
  }

  private void requireSendable(Message message) {
    requireOpen();
    capabilities().requireAdmissible(message);
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new TransportException(Category.CLOSED, "The transport is closed.");
    }
  }
}
