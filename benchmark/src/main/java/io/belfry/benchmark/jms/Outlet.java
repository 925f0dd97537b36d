package io.belfry.benchmark.jms;

import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.jspecify.annotations.Nullable;

/** Sends from one session. */
interface Outlet {

  /**
   * Sends a message; where the outlet was made for one destination, that is it.
   *
   * @param to where to
   * @param message the content, which the caller gives away
   */
  void send(Destination to, Message message) throws JMSException;

  /** Makes outlets of one kind. */
  @FunctionalInterface
  interface Kind {

    /** An outlet for one destination, or for any if there is none. */
    Outlet open(Session session, @Nullable Destination to, boolean isPersistent)
        throws JMSException;
  }

  /** A producer with what all outlets have in common. */
  static MessageProducer producer(Session session, @Nullable Destination to, boolean isPersistent)
      throws JMSException {
    MessageProducer producer = session.createProducer(to);
    producer.setDeliveryMode(isPersistent ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT);
    return producer;
  }
}
