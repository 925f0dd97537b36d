package io.belfry.transport.jms;

import io.belfry.message.TopicFilter;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Requests;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All that one connection to the broker holds. Underneath there are several: the JMS client sets
 * for a connection as a whole how much is fetched ahead. When one is lost, all are.
 */
final class JmsConnection implements AutoCloseable {

  private final JmsConfig config;
  private final Loss loss;
  private final Link main;
  private final Map<Integer, Link> fetching = new HashMap<>();
  private final InFlight inFlight;
  private final Requests requests;
  private final Outbox outbox;
  private final ReplyBox replies;
  private boolean closed;

  private JmsConnection(JmsConfig config, Loss loss, Link main, Helpers helpers)
      throws JMSException {
    this.config = config;
    this.loss = loss;
    this.main = main;
    this.requests = helpers.requests();
    this.inFlight = new InFlight(config.inFlight(), helpers.courier());
    this.replies = ReplyBox.open(
        session(),
        requests,
        Math.max(config.maxPayload(), ReplyBox.LONGEST_SENTENCE),
        () -> loss.accept("the queue of its replies has gone"));
    this.outbox = new Outbox(session(), inFlight, config.sendTimeout(), loss, helpers.watch());
  }

  /**
   * Connects.
   *
   * @param lost to be told why the connection is of no use any longer
   * @throws TransportException if the broker is not reached, or does not let us in
   */
  static JmsConnection open(JmsConfig config, Consumer<String> lost, Helpers helpers) {
    Loss loss = new Loss(lost);
    Link main = Link.open(config, Urls.main(config), loss);
    try {
      return new JmsConnection(config, loss, main, helpers);
    } catch (JMSException | RuntimeException e) {
      main.close();
      throw Failures.of("Opening a session", e);
    }
  }

  Outbox outbox() {
    return outbox;
  }

  InFlight inFlight() {
    return inFlight;
  }

  Destination replyQueue() {
    return replies.queue();
  }

  /** It is of no use any longer, and this is why. */
  void giveUp(String why) {
    loss.accept(why);
  }

  /** A session for a subscription. */
  Session session() throws JMSException {
    return main.session(Session.AUTO_ACKNOWLEDGE);
  }

  MessageConsumer subscribe(Session session, TopicFilter filter, SubscribeOptions options)
      throws JMSException {
    jakarta.jms.Topic topic = session.createTopic(config.addresses().filter(filter));
    String selector = Selector.of(options.selector());
    return options.group().isPresent()
        ? session.createSharedConsumer(
            topic, Selector.groupName(options.group().get(), filter, selector), selector)
        : session.createConsumer(topic, selector);
  }

  /** A consumer of a queue that holds no more messages than that. */
  Stand fetch(String name, String queue, int prefetch, int acknowledgeMode, Stand.Reader reader)
      throws JMSException {
    Session session = link(prefetch).session(acknowledgeMode);
    try {
      MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
      return new Stand(name, session, consumer, reader);
    } catch (JMSException | RuntimeException e) {
      Stand.closeQuietly(session);
      throw e;
    }
  }

  /** Fails all that was under way when it was lost, and gives everything back. */
  void endLost() {
    inFlight.end(loss.ofSend());
    requests.failAll(loss.ofRequest()); // The queue of their replies has gone with it.
    close();
  }

  /** Fails the sends under way, and gives everything back. */
  void end(TransportException why) {
    inFlight.end(why);
    close();
  }

  @Override
  public void close() {
    outbox.close();
    links().forEach(Link::close);
  }

  private synchronized Link link(int prefetch) {
    if (closed) {
      throw new TransportException(Category.UNREACHABLE, "The connection was lost.");
    }
    return fetching.computeIfAbsent(
        prefetch, wanted -> Link.open(config, Urls.fetching(config, wanted), loss));
  }

  private synchronized List<Link> links() {
    closed = true;
    List<Link> all = new ArrayList<>(fetching.values());
    all.add(main);
    return all;
  }
}
