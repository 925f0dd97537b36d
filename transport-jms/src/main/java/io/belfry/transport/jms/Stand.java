package io.belfry.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A consumer on one connection, with the session that is its own and the thread that reads it. */
final class Stand implements AutoCloseable {

  /** What is done with the messages, on the thread of the stand. */
  interface Reader {
    /**
     * Takes a message.
     *
     * @param message the message
     * @param session the session that it came by, for its acknowledgement
     * @return whether to go on
     */
    boolean take(Message message, Session session) throws JMSException;

    /** The stand has ended, in good order or not. */
    void ended(Stand stand);
  }

  private static final Logger LOG = System.getLogger(Stand.class.getName());

  private final Session session;
  private final MessageConsumer consumer;
  private final Reader reader;
  private final Thread thread;

  Stand(String name, Session session, MessageConsumer consumer, Reader reader) {
    this.session = session;
    this.consumer = consumer;
    this.reader = reader;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether the caller is what reads: it closes the stand when it is told not to go on. */
  boolean isOwnThread() {
    return Thread.currentThread() == thread;
  }

  /** Ends the session, which wakes the thread; what was not acknowledged goes back. */
  @Override
  public void close() {
    closeQuietly(session);
  }

  static void closeQuietly(Session session) {
    try {
      session.close();
    } catch (JMSException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A session did not close in good order", e);
    }
  }

  private void run() {
    try {
      read();
    } catch (JMSException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A consumer ended", e);
    } finally {
      closeQuietly(session);
      reader.ended(this);
    }
  }

  private void read() throws JMSException {
    boolean goesOn = true;
    while (goesOn) {
      Message message = consumer.receive();
      goesOn = message != null && reader.take(message, session);
    }
  }
}
