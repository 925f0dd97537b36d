package io.belfry.benchmark.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.jspecify.annotations.Nullable;

/** Waits after each message until the broker has it. */
final class Blocking implements Outlet {

  private final MessageProducer producer;
  private final boolean isForOne;

  Blocking(Session session, @Nullable Destination to, boolean isPersistent) throws JMSException {
    producer = Outlet.producer(session, to, isPersistent);
    isForOne = to != null;
  }

  @Override
  public void send(Destination to, Message message) throws JMSException {
    if (isForOne) {
      producer.send(message);
    } else {
      producer.send(to, message);
    }
  }
}
