package io.belfry.testbroker;

import io.belfry.tck.Waiting;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A client of one broker by JMS; what it opens it closes at its end. */
final class JmsClient implements AutoCloseable {

  private static final String IMPATIENT = "&callTimeout=2000";

  private final ActiveMQConnectionFactory factory;
  private final JMSContext context;

  private JmsClient(String uri, Optional<Login> login) {
    factory = new ActiveMQConnectionFactory(uri);
    try {
      context = login
          .map(as -> factory.createContext(as.user(), as.password()))
          .orElseGet(factory::createContext);
    } catch (RuntimeException e) {
      factory.close();
      throw e;
    }
  }

  private record Login(String user, String password) {}

  static JmsClient open(InetSocketAddress broker) {
    return new JmsClient(uri(broker), Optional.empty());
  }

  static JmsClient open(InetSocketAddress broker, String user, String password) {
    return new JmsClient(uri(broker), Optional.of(new Login(user, password)));
  }

  /** Opens one where no answer is as good as a refusal, so it is not waited for at length. */
  static JmsClient openInVain(InetSocketAddress broker) {
    return new JmsClient(uri(broker) + IMPATIENT, Optional.empty());
  }

  /** The same, encrypted, but without a certificate to show. */
  static JmsClient openInVain(InetSocketAddress broker, Certificates trusted) {
    return new JmsClient(uri(broker) + trust(trusted) + IMPATIENT, Optional.empty());
  }

  /** Opens one that shows the client's certificate. */
  static JmsClient openKnown(InetSocketAddress broker, Certificates trusted) {
    String own =
        "&keyStorePath=" + trusted.clientStore() + "&keyStorePassword=" + Certificates.PASSWORD;
    return new JmsClient(uri(broker) + trust(trusted) + own, Optional.empty());
  }

  void send(String queue, String text) {
    context.createProducer().send(context.createQueue(queue), text);
  }

  Optional<String> receive(String queue) throws Exception {
    Message message =
        context.createConsumer(context.createQueue(queue)).receive(Waiting.LONG.toMillis());
    return message == null ? Optional.empty() : Optional.of(message.getBody(String.class));
  }

  @Override
  public void close() {
    context.close();
    factory.close();
  }

  private static String uri(InetSocketAddress broker) {
    return "tcp://127.0.0.1:" + broker.getPort() + "?useGlobalPools=false&reconnectAttempts=0";
  }

  private static String trust(Certificates trusted) {
    return "&sslEnabled=true&verifyHost=true&trustStorePath=" + trusted.trustStore()
        + "&trustStorePassword=" + Certificates.PASSWORD;
  }
}
