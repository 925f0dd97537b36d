package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** One connection of the JMS client, and the factory that was made for it alone. */
final class Link implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Link.class.getName());

  private final ConnectionFactory factory;
  private final Connection connection;

  private Link(ConnectionFactory factory, Connection connection) {
    this.factory = factory;
    this.connection = connection;
  }

  /**
   * Connects.
   *
   * @param lost is told when the connection is of no use any longer
   * @throws TransportException if the broker is not reached, or does not let us in
   */
  static Link open(JmsConfig config, String url, Consumer<String> lost) {
    ConnectionFactory factory = Factories.make(config.connectionFactory(), url);
    try {
      Connection connection = connect(factory, config);
      Link link = new Link(factory, connection);
      connection.setExceptionListener(
          thrown -> lost.accept("the connection broke: " + thrown.getMessage()));
      connection.start();
      return link;
    } catch (JMSSecurityException e) {
      Factories.close(factory);
      throw new TransportException(
          Category.REFUSED,
          "The broker at " + config.url() + " does not let us in; check 'user' and 'password'.",
          e);
    } catch (JMSException | RuntimeException e) {
      Factories.close(factory);
      throw new TransportException(
          Category.UNREACHABLE,
          "The broker at " + config.url() + " is not reached" + hint(config) + ": "
              + e.getMessage(),
          e);
    }
  }

  Session session(int acknowledgeMode) throws JMSException {
    return connection.createSession(false, acknowledgeMode);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A connection did not close in good order", e);
    }
    Factories.close(factory);
  }

  /** Why a handshake has failed, the JMS client does not tell. */
  private static String hint(JmsConfig config) {
    return config.isEncrypted()
        ? ", or does not pass as trusted; check 'trust-store' and 'verify-host'"
        : "";
  }

  private static Connection connect(ConnectionFactory factory, JmsConfig config)
      throws JMSException {
    return config.user().isPresent()
        ? factory.createConnection(config.user().get(), config.password().orElse(""))
        : factory.createConnection();
  }
}
