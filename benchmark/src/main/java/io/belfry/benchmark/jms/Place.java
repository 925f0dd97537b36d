package io.belfry.benchmark.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;

/**
 * Where messages go, and how they are received.
 *
 * @param name of the topic or queue
 * @param isTopic whether each receiver gets a copy
 */
record Place(String name, boolean isTopic) {

  Destination in(Session session) throws JMSException {
    return isTopic ? session.createTopic(name) : session.createQueue(name);
  }

  /** Work is acknowledged when it is done; copies are lost with their connection anyway. */
  int acknowledgement() {
    return isTopic ? ActiveMQJMSConstants.PRE_ACKNOWLEDGE : Session.AUTO_ACKNOWLEDGE;
  }
}
