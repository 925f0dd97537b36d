package io.belfry.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A program that knows nothing of Belfry but the page on the wire, on which each of its methods is
 * shown.
 */
final class PlainClient implements AutoCloseable {

  private final ConnectionFactory factory;
  private final Connection connection;

  /** Artemis' own; its usual pools would live on with their threads, for other tests to find. */
  static ConnectionFactory artemis(int port) {
    return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?useGlobalPools=false");
  }

  PlainClient(ConnectionFactory factory) throws JMSException {
    this.factory = factory;
    this.connection = factory.createConnection();
    connection.start();
  }

  Session session() throws JMSException {
    return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  void follow(Session session, String filter, Consumer<String> heard) throws JMSException {
    // from here
    MessageConsumer consumer = session.createConsumer(session.createTopic(filter));
    consumer.setMessageListener(message -> heard.accept(text(message)));
    // to here
  }

  void publish(Session session, String topic, String text) throws JMSException {
    // from here
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    message.setStringProperty("content_HYPHEN_type", "text/plain");
    session.createProducer(session.createTopic(topic)).send(message);
    // to here
  }

  String ask(Session session, String service, String text) throws JMSException {
    // from here
    Queue queue = session.createQueue("belfry/service." + service);
    TemporaryQueue replies = session.createTemporaryQueue();
    TextMessage request = session.createTextMessage(text);
    request.setJMSReplyTo(replies);
    request.setJMSCorrelationID("1");
    MessageProducer producer = session.createProducer(queue);
    producer.setTimeToLive(20_000);
    producer.send(request);
    Message reply = session.createConsumer(replies).receive(20_000);
    String answer = reply.getStringProperty("BelfryStatus") + ": " + text(reply);
    // to here
    return answer;
  }

  void answer(Session session, String service, UnaryOperator<String> known) throws JMSException {
    // from here
    Queue queue = session.createQueue("belfry/service." + service);
    MessageProducer replies = session.createProducer(null);
    session.createConsumer(queue).setMessageListener(request -> {
      try {
        TextMessage reply = session.createTextMessage(known.apply(text(request)));
        reply.setJMSCorrelationID(request.getJMSCorrelationID());
        reply.setStringProperty("BelfryStatus", "ok");
        Destination requester = request.getJMSReplyTo();
        replies.send(requester, reply);
      } catch (JMSException e) {
        throw new IllegalStateException(e);
      }
    });
    // to here
  }

  void push(Session session, String name, String text) throws JMSException {
    // from here
    Queue queue = session.createQueue("belfry/queue." + name);
    session.createProducer(queue).send(session.createTextMessage(text));
    // to here
  }

  String pull(String name) throws JMSException {
    // from here
    Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    Queue queue = session.createQueue("belfry/queue." + name);
    Message work = session.createConsumer(queue).receive(20_000);
    String done = text(work);
    work.acknowledge();
    // to here
    session.close();
    return done;
  }

  // from here
  static String text(Message message) {
    try {
      if (message instanceof TextMessage text) {
        return text.getText();
      }
      BytesMessage bytes = (BytesMessage) message;
      byte[] payload = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(payload);
      return new String(payload, StandardCharsets.UTF_8);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
  // to here

  @Override
  public void close() throws Exception {
    connection.close();
    if (factory instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
