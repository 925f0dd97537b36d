package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidSelectorException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.ResourceAllocationException;

/** What an exception of the JMS provider means to an application, in one sentence. */
final class Failures {

  /** How Artemis names what JMS has no exception for. */
  private static final String FULL = "AddressFull";

  private Failures() {}

  /** The failure of something that the broker was asked to do, such as "Sending". */
  static TransportException of(String what, Exception thrown) {
    if (thrown instanceof TransportException known) {
      return known;
    }
    if (thrown instanceof JMSSecurityException) {
      return failure(Category.REFUSED, what + " is not allowed by the broker", thrown);
    }
    if (thrown instanceof InvalidDestinationException) {
      return failure(Category.REFUSED, what + " failed: the broker has no such address", thrown);
    }
    if (thrown instanceof InvalidSelectorException) {
      return failure(Category.REFUSED, what + " failed: the broker refuses the selector", thrown);
    }
    if (isFull(thrown)) {
      return failure(Category.REFUSED, what + " failed: the broker has no room", thrown);
    }
    if (thrown instanceof JMSException) {
      return failure(Category.UNREACHABLE, what + " failed, and its outcome is unknown", thrown);
    }
    return failure(Category.INTERNAL, what + " failed in the JMS client", thrown);
  }

  private static boolean isFull(Exception thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof ResourceAllocationException
        || (cause != null && cause.getClass().getSimpleName().contains(FULL));
  }

  private static TransportException failure(Category category, String sentence, Exception thrown) {
    return new TransportException(category, sentence + ": " + thrown.getMessage(), thrown);
  }
}
