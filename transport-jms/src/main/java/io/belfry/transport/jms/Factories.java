package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import jakarta.jms.ConnectionFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;

/** Makes connection factories of whatever class the settings name. */
final class Factories {

  private static final Logger LOG = System.getLogger(Factories.class.getName());

  private Factories() {}

  /**
   * Makes a factory.
   *
   * @throws TransportException with {@code CONFIGURATION} if there is no such class, or it does not
   *     take the url; what it says of the url may hold secrets, and is left out
   */
  static ConnectionFactory make(String className, String url) {
    try {
      return Class.forName(className)
          .asSubclass(ConnectionFactory.class)
          .getConstructor(String.class)
          .newInstance(url);
    } catch (InvocationTargetException e) {
      throw configuration("The connection factory does not take the setting 'url'; check it and"
          + " its parameters.");
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw configuration("The setting 'connection-factory' must be a class of JMS connection"
          + " factories with a public constructor for a url, but is '"
          + className
          + "'.");
    }
  }

  /** Gives back what a factory holds, if it holds anything. */
  static void close(ConnectionFactory factory) {
    if (factory instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        LOG.log(Level.DEBUG, "A connection factory did not close in good order", e);
      }
    }
  }

  private static TransportException configuration(String sentence) {
    return new TransportException(Category.CONFIGURATION, sentence);
  }
}
