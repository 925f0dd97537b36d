package io.belfry.broker;

import io.belfry.tck.Waiting;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A client of one broker by JMS; what it opens it closes at its end. */
final class JmsClient implements AutoCloseable {

  private final ActiveMQConnectionFactory factory;
  private final JMSContext context;

  private JmsClient(int port, @Nullable String user, @Nullable String password) {
    factory = new ActiveMQConnectionFactory(
        "tcp://127.0.0.1:" + port + "?useGlobalPools=false&reconnectAttempts=0");
    try {
      context = open(factory, user, password);
    } catch (RuntimeException e) {
      factory.close();
      throw e;
    }
    context.start();
  }

  static JmsClient of(EmbeddedBroker broker) {
    return new JmsClient(broker.jmsPort(), null, null);
  }

  static JmsClient of(EmbeddedBroker broker, String user, String password) {
    return new JmsClient(broker.jmsPort(), user, password);
  }

  JMSContext context() {
    return context;
  }

  void send(String queue, String text) {
    context.createProducer().send(context.createQueue(queue), text);
  }

  void publish(String topic, String text) {
    context.createProducer().send(context.createTopic(topic), text);
  }

  /** The next text of the queue, if one comes. */
  Optional<String> receive(String queue) {
    return text(
        context.createConsumer(context.createQueue(queue)).receive(Waiting.LONG.toMillis()));
  }

  /** What the queue holds by now, if anything. */
  Optional<String> receiveNow(String queue) {
    return text(context.createConsumer(context.createQueue(queue)).receiveNoWait());
  }

  @Override
  public void close() {
    context.close();
    factory.close();
  }

  private static JMSContext open(
      ConnectionFactory factory, @Nullable String user, @Nullable String password) {
    return user == null ? factory.createContext() : factory.createContext(user, password);
  }

  private static Optional<String> text(@Nullable Message message) {
    try {
      if (message instanceof TextMessage text) {
        return Optional.of(text.getText());
      }
      if (message instanceof BytesMessage bytes) {
        byte[] body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        return Optional.of(new String(body, java.nio.charset.StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (JMSException e) {
      throw new AssertionError("an unreadable message", e);
    }
  }
}
