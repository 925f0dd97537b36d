package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.BreakdownException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;

/** What Artemis says of itself to those who may ask. */
final class BrokerVersion {

  private static final long PATIENCE_MILLIS = 1_000;

  private BrokerVersion() {}

  /** Name and version, as far as they are told. */
  static String of(Access access) {
    try (Line line = Line.open(Clients.usual(access), access)) {
      return "Artemis " + ask(line.session(Session.AUTO_ACKNOWLEDGE));
    }
  }

  private static String ask(Session session) {
    try {
      return read(session);
    } catch (JMSException | BreakdownException e) {
      return "(version not told)";
    }
  }

  private static String read(Session session) throws JMSException {
    Queue management = session.createQueue("activemq.management");
    TemporaryQueue replies = session.createTemporaryQueue();
    Message request = session.createMessage();
    request.setJMSReplyTo(replies);
    JMSManagementHelper.putAttribute(request, "broker", "Version");
    session.createProducer(management).send(request);
    Message reply = session.createConsumer(replies).receive(PATIENCE_MILLIS);
    return reply != null && JMSManagementHelper.hasOperationSucceeded(reply)
        ? String.valueOf(result(reply))
        : "(version not told)";
  }

  private static Object result(Message reply) throws JMSException {
    try {
      return JMSManagementHelper.getResult(reply);
    } catch (JMSException e) {
      throw e;
    } catch (Exception e) {
      throw new BreakdownException(e);
    }
  }
}
