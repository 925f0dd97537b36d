package io.belfry.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A consumer on one connection, with the session that is its own and the thread that reads it. */
final class Stand implements AutoCloseable {

  /** What a thread does after a message. */
  enum Next {
    /** Reads the next. */
    READ_ON,
    /** Closes the stand. */
    CLOSE,
    /** Nothing more: another thread reads. */
    LEAVE
  }

  /** What is done with the messages, on the thread of the stand. */
  interface Reader {
    /**
     * Takes a message.
     *
     * @param message the message
     * @param session the session that it came by, for its acknowledgement
     * @return what the thread is to do then
     */
    Next take(Message message, Session session) throws JMSException;

    /** The stand has ended, in good order or not. */
    void ended(Stand stand);
  }

  private static final Logger LOG = System.getLogger(Stand.class.getName());

  private final Session session;
  private final MessageConsumer consumer;
  private final Reader reader;
  private final String name;
  private volatile Thread thread;

  Stand(String name, Session session, MessageConsumer consumer, Reader reader) {
    this.session = session;
    this.consumer = consumer;
    this.reader = reader;
    this.name = name;
    this.thread = newThread();
  }

  void start() {
    thread.start();
  }

  /**
   * Has another thread read on in the place of this one, if it reads; which must be told to leave.
   */
  void readOnInPlaceOf(Thread reading) {
    if (thread == reading) {
      thread = newThread();
      thread.start();
    }
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

  private Thread newThread() {
    Thread reading = new Thread(this::run, name);
    reading.setDaemon(true);
    return reading;
  }

  private void run() {
    Next next = Next.CLOSE;
    try {
      next = read();
    } catch (JMSException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A consumer ended", e);
    } finally {
      // Who is to leave, and was not replaced, is the last.
      if (next == Next.CLOSE || isOwnThread()) {
        closeQuietly(session);
        reader.ended(this);
      }
    }
  }

  private Next read() throws JMSException {
    Next next = Next.READ_ON;
    while (next == Next.READ_ON) {
      Message message = consumer.receive();
      next = message == null ? Next.CLOSE : reader.take(message, session);
    }
    return next;
  }
}
