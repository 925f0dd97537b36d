package io.belfry.transport.delivery;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A connection that is made anew whenever it is lost, until it is closed. Safe for any thread.
 *
 * <p>Each connection is a new one: nothing of a lost one is used again.
 *
 * @param <C> a connection
 */
public final class Lifeline<C> implements AutoCloseable {

  /**
   * Makes and ends connections.
   *
   * @param <C> a connection
   */
  public interface Line<C> {

    /**
     * Connects, and restores what was there on the connection before. Blocks, for a bounded time.
     *
     * @param lost to be told, once or more and by any thread, why this connection is of no use any
     *     longer; also while this method still runs
     * @return the connection, ready for use
     * @throws TransportException if that can't be had; nothing stays open
     */
    C connect(Consumer<String> lost);

    /**
     * Gives back whatever a connection holds. Bounded in time; throws nothing.
     *
     * @param connection what {@link #connect} returned, lost or not
     */
    void disconnect(C connection);
  }

  /** One try to be connected, and what was heard of it. */
  private static final class Attempt {
    private boolean isLost;
    private String why = "";
  }

  private static final Logger LOG = System.getLogger(Lifeline.class.getName());

  private final String peer;
  private final Line<C> line;
  private final Backoff backoff;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Attempt attempt = new Attempt();
  private volatile Optional<C> current = Optional.empty();
  private Optional<C> lost = Optional.empty();
  private boolean closed;
  private String trouble = "It was never connected.";

  /**
   * Makes a lifeline that is not yet connected.
   *
   * @param peer who is at the other end, for sentences: "the broker at ..."
   * @param threadName the name of the thread that repairs
   * @param line how to connect
   * @param backoff how long to wait between tries
   */
  public Lifeline(String peer, String threadName, Line<C> line, Backoff backoff) {
    this.peer = peer;
    this.line = line;
    this.backoff = backoff;
    this.thread = new Thread(this::repair, threadName);
    thread.setDaemon(true);
  }

  /**
   * Connects for the first time. To be called once.
   *
   * @param patience how long to try again while the other side is {@code UNREACHABLE}; zero for a
   *     single try
   * @throws TransportException if it can't be had; the lifeline is then closed
   */
  public void open(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (int failures = 1; !tryFirst(end); failures++) {
        pause(Math.min(backoff.after(failures).toNanos(), end - System.nanoTime()));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    thread.start();
  }

  /**
   * The connection, if there is one now.
   *
   * @return a connection that was not heard to be lost
   */
  public Optional<C> current() {
    return current;
  }

  /**
   * The connection that there is now.
   *
   * @return a connection that was not heard to be lost
   * @throws TransportException with {@code CLOSED}, or {@code UNREACHABLE} while there is none
   */
  public C require() {
    Optional<C> now = current;
    if (now.isPresent()) {
      return now.get();
    }
    lock.lock();
    try {
      throw closed
          ? new TransportException(Category.CLOSED, "The transport is closed.")
          : new TransportException(
              Category.UNREACHABLE, "There is no connection to " + peer + ": " + trouble);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether there is a connection.
   *
   * @return the state and a sentence about it
   */
  public Health health() {
    lock.lock();
    try {
      if (closed) {
        return new Health(State.CLOSED, "The transport is closed.");
      }
      return current.isPresent()
          ? new Health(State.UP, "Connected to " + peer + ".")
          : new Health(
              State.DOWN, "Connecting again to " + peer + ", which is not reached: " + trouble);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether {@link #close} was called.
   *
   * @return true from then on
   */
  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the connection and makes no other. A second call does nothing. Returns when the connection
   * is given back; a try to connect that is under way is given back when it ends.
   */
  @Override
  public void close() {
    Optional<C> last;
    lock.lock();
    try {
      closed = true;
      last = current.or(() -> lost);
      current = Optional.empty();
      lost = Optional.empty();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    last.ifPresent(line::disconnect);
  }

  private boolean tryFirst(long end) {
    try {
      connect();
      return true;
    } catch (TransportException e) {
      if (e.category() != Category.UNREACHABLE || System.nanoTime() - end >= 0) {
        throw e;
      }
      return false;
    }
  }

  private void connect() {
    requireOpen();
    Attempt now = begin();
    C made = line.connect(why -> lose(now, why));
    if (!keep(now, made)) {
      line.disconnect(made);
      requireOpen();
      throw new TransportException(
          Category.UNREACHABLE, "The connection to " + peer + " was lost at once: " + now.why);
    }
  }

  private void requireOpen() {
    if (isClosed()) {
      throw new TransportException(Category.CLOSED, "The transport is closed.");
    }
  }

  private Attempt begin() {
    lock.lock();
    try {
      attempt = new Attempt();
      return attempt;
    } finally {
      lock.unlock();
    }
  }

  private boolean keep(Attempt now, C made) {
    lock.lock();
    try {
      if (closed || now.isLost) {
        return false;
      }
      current = Optional.of(made);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void lose(Attempt of, String why) {
    lock.lock();
    try {
      of.isLost = true;
      of.why = why;
      if (of == attempt && current.isPresent()) {
        lost = current;
        current = Optional.empty();
        trouble = why;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void repair() {
    for (int failures = 0; awaitLoss(); ) {
      if (failures == 0) {
        LOG.log(Level.WARNING, () -> "The connection to " + peer + " is lost: " + trouble());
      }
      giveBackWhatIsLost();
      failures = tryAgain() ? 0 : failures + 1;
      if (failures > 0) {
        pause(backoff.after(failures).toNanos());
      }
    }
  }

  /** Waits until there is no connection; false when there is to be none any more. */
  private boolean awaitLoss() {
    lock.lock();
    try {
      while (!closed && current.isPresent()) {
        changed.awaitUninterruptibly();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void giveBackWhatIsLost() {
    Optional<C> useless;
    lock.lock();
    try {
      useless = lost;
      lost = Optional.empty();
    } finally {
      lock.unlock();
    }
    useless.ifPresent(line::disconnect);
  }

  private boolean tryAgain() {
    try {
      connect();
      LOG.log(Level.INFO, () -> "Connected again to " + peer + ".");
      return true;
    } catch (TransportException e) {
      note(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Whatever it is: the thread must live on, or nothing would ever be repaired.
      LOG.log(Level.WARNING, "Connecting to " + peer + " failed", e);
      note("Connecting failed with " + e + ".");
    }
    return false;
  }

  private String trouble() {
    lock.lock();
    try {
      return trouble;
    } finally {
      lock.unlock();
    }
  }

  private void note(String what) {
    lock.lock();
    try {
      trouble = what;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the time, or until the lifeline is closed. */
  private void pause(long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(
          Category.UNREACHABLE, "Waiting for " + peer + " was interrupted.", e);
    } finally {
      lock.unlock();
    }
  }
}
