package io.belfry.benchmark.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;

/** Answers each request with its payload, from within the listener. */
final class Service {

  private final Session session;
  private final Queue queue;
  private final Outlet outlet;

  private Service(Session session, Queue queue, Outlet outlet) {
    this.session = session;
    this.queue = queue;
    this.outlet = outlet;
  }

  static void start(Line line, String name, Outlet.Kind kind) {
    Session session = line.session(Session.AUTO_ACKNOWLEDGE);
    Checked.run(() -> {
      Queue queue = session.createQueue(name);
      Service service = new Service(session, queue, kind.open(session, null, false));
      session
          .createConsumer(queue)
          .setMessageListener(request -> Checked.run(() -> service.answer(request)));
    });
  }

  private void answer(Message request) throws JMSException {
    if (queue.equals(request.getJMSDestination())) {
      Message reply = Body.of(session, Body.read(request));
      reply.setJMSCorrelationID(request.getJMSCorrelationID());
      outlet.send(request.getJMSReplyTo(), reply);
    }
  }
}
