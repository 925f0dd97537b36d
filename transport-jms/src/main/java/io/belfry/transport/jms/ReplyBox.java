package io.belfry.transport.jms;

import io.belfry.transport.delivery.Requests;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The one queue of a connection to which all replies come. It ends with the connection. */
final class ReplyBox implements Stand.Reader {

  private static final Logger LOG = System.getLogger(ReplyBox.class.getName());

  /** Why a request has failed must be read even where payloads are small. */
  static final int LONGEST_SENTENCE = 8_192;

  private static final int HEXADECIMAL = 16;

  private final Requests requests;
  private final TemporaryQueue queue;
  private final int maxPayload;
  private final Runnable ended;

  private ReplyBox(Requests requests, TemporaryQueue queue, int maxPayload, Runnable ended) {
    this.requests = requests;
    this.maxPayload = maxPayload;
    this.queue = queue;
    this.ended = ended;
  }

  /** Makes the queue, and begins to read it. */
  static ReplyBox open(Session session, Requests requests, int maxPayload, Runnable ended)
      throws JMSException {
    TemporaryQueue queue = session.createTemporaryQueue();
    ReplyBox box = new ReplyBox(requests, queue, maxPayload, ended);
    new Stand("jms-replies", session, session.createConsumer(queue), box).start();
    return box;
  }

  Destination queue() {
    return queue;
  }

  /** How a request is numbered on the wire. */
  static String written(long number) {
    return Long.toHexString(number);
  }

  @Override
  public Stand.Next take(Message reply, Session session) throws JMSException {
    String number = reply.getJMSCorrelationID();
    try {
      requests.complete(
          Long.parseUnsignedLong(number, HEXADECIMAL), Letter.outcome(reply, maxPayload));
    } catch (NumberFormatException e) {
      LOG.log(Level.DEBUG, "A reply to no request was put aside", e);
    }
    return Stand.Next.READ_ON;
  }

  @Override
  public void ended(Stand stand) {
    ended.run();
  }
}
