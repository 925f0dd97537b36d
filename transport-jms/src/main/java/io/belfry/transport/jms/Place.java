package io.belfry.transport.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** Where a letter goes. */
sealed interface Place {

  /** As the JMS client has it. */
  Destination in(Session session) throws JMSException;

  /** A topic, by its name in the broker. */
  record OfTopic(String name) implements Place {
    @Override
    public Destination in(Session session) throws JMSException {
      return session.createTopic(name);
    }
  }

  /** A queue, by its name in the broker. */
  record OfQueue(String name) implements Place {
    @Override
    public Destination in(Session session) throws JMSException {
      return session.createQueue(name);
    }
  }

  /** Where somebody waits for a reply. */
  record OfReply(Destination destination) implements Place {
    @Override
    public Destination in(Session session) {
      return destination;
    }
  }
}
