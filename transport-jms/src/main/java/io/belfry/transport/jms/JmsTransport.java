package io.belfry.transport.jms;

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
import io.belfry.transport.delivery.Backoff;
import io.belfry.transport.delivery.Lifeline;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Responder;
import jakarta.jms.Destination;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A client of a broker that speaks Jakarta Messaging. */
final class JmsTransport implements Transport, Lifeline.Line<JmsConnection> {

  private static final Logger LOG = System.getLogger(JmsTransport.class.getName());

  private final JmsConfig config;
  private final Capabilities capabilities;
  private final Helpers helpers = new Helpers();
  private final Posts posts = new Posts(helpers.courier().threads());
  private final Lifeline<JmsConnection> lifeline;
  private final AtomicBoolean closed = new AtomicBoolean();

  JmsTransport(JmsConfig config, Capabilities capabilities) {
    this.config = config;
    this.capabilities = capabilities;
    this.lifeline =
        new Lifeline<>("the broker at " + config.url(), "jms-lifeline", this, Backoff.DEFAULTS);
  }

  /**
   * Connects.
   *
   * @throws TransportException if that fails; nothing stays open
   */
  void open() {
    try {
      lifeline.open(config.waitForBroker());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public JmsConnection connect(Consumer<String> lost) {
    JmsConnection connection = JmsConnection.open(config, lost, helpers);
    try {
      posts.restore(connection);
      return connection;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void disconnect(JmsConnection connection) {
    if (closed.get()) {
      connection.end(closed());
    } else {
      connection.endLost();
    }
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    String name = config.addresses().topic(topic);
    return send(new Place.OfTopic(name), message);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    return send(new Place.OfQueue(Addresses.queue(queue)), work);
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    try {
      capabilities.requireAdmissible(request);
      requireOpen();
    } catch (TransportException e) {
      return e.asStage();
    }
    Place place = new Place.OfQueue(Addresses.service(service));
    return helpers.requests().send(service, deadline, number -> {
      JmsConnection connection = lifeline.require();
      Letter letter = Letter.request(
          place, request, deadline, ReplyBox.written(number), connection.replyQueue());
      connection.outbox().send(letter, failure -> helpers.requests().fail(number, failure));
    });
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    capabilities.requireAdmissible(options);
    requireOpen();
    return added(new TopicSubscriber(posts, filter, options, handler, config, helpers.watch()));
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    requireOpen();
    Responder responder = new Responder(handler, capabilities);
    return added(new ServicePost(posts, service, responder, this::reply, config));
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    requireOpen();
    return added(new WorkerPost(posts, queue, options.prefetch(), handler, config));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Health health() {
    return lifeline.health();
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    posts.close();
    lifeline
        .current()
        .ifPresent(connection -> connection.inFlight().awaitEmpty(config.closeTimeout()));
    lifeline.close();
    helpers.close();
  }

  private CompletionStage<Void> send(Place place, Message message) {
    try {
      capabilities.requireAdmissible(message);
      requireOpen();
      return lifeline.require().outbox().send(Letter.of(place, message, config.persistent()));
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  private void reply(Destination requester, String number, Outcome outcome) {
    try {
      Letter letter = Letter.reply(new Place.OfReply(requester), number, outcome);
      lifeline.require().outbox().send(letter, JmsTransport::note);
    } catch (TransportException e) {
      note(e);
    }
  }

  /** Whoever asked learns of it by the deadline of the request. */
  private static void note(TransportException failure) {
    LOG.log(Level.DEBUG, "A reply was not sent", failure);
  }

  /** A post that is added while the transport is being closed is closed, too. */
  private Post added(Post post) {
    posts.add(post);
    if (closed.get()) {
      post.close();
    }
    return post;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw closed();
    }
  }

  private static TransportException closed() {
    return new TransportException(Category.CLOSED, "The transport is closed.");
  }
}
