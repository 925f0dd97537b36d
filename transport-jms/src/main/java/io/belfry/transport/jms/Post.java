package io.belfry.transport.jms;

import io.belfry.transport.Subscription;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import jakarta.jms.JMSException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;

/** A subscription, service or worker, which stands on one connection after another. */
abstract class Post implements Subscription, Stand.Reader {

  private static final Logger LOG = System.getLogger(Post.class.getName());

  private final Posts posts;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<JmsConnection> connection = Optional.empty();
  private Optional<Stand> stand = Optional.empty();
  private boolean closed;

  Post(Posts posts) {
    this.posts = posts;
  }

  /** Opens a consumer on a connection. Blocks for the broker. */
  abstract Stand stand(JmsConnection connection) throws JMSException;

  /** Sees to it that the handler is not called again, and waits for the call that is running. */
  abstract void silence();

  /** Whether the handler is what calls. */
  abstract boolean isOwnThread();

  /**
   * Stands on a connection, unless it does already. What the broker refuses ends this post.
   *
   * @throws TransportException with {@code UNREACHABLE} if the connection is of no use
   */
  final void standOn(JmsConnection now) {
    try {
      if (!begin(now)) {
        return;
      }
      posts.threads().execute(() -> ready.complete(null));
    } catch (JMSException | RuntimeException e) {
      TransportException failure = Failures.of("A subscription", e);
      if (failure.category() == Category.UNREACHABLE) {
        throw failure;
      }
      if (ready.isDone()) {
        LOG.log(Level.WARNING, "A subscription is not restored, and so has ended", failure);
      }
      posts.threads().execute(() -> refuse(failure));
    }
  }

  @Override
  public final CompletionStage<Void> ready() {
    return ready;
  }

  @Override
  public final void close() {
    posts.remove(this);
    Optional<Stand> last = leave();
    silence();
    last.filter(its -> !its.isOwnThread()).ifPresent(Stand::close);
    ready.completeExceptionally(
        new TransportException(Category.CLOSED, "The subscription was closed."));
  }

  /** A stand that nobody has closed was closed by the broker, or is lost with its connection. */
  @Override
  public final void ended(Stand which) {
    lock.lock();
    try {
      if (!closed && stand.filter(which::equals).isPresent()) {
        connection.ifPresent(its -> its.giveUp("a consumer of it has ended"));
      }
    } finally {
      lock.unlock();
    }
  }

  /** What the thread of the stand is to do after a message. */
  final Stand.Next next() {
    lock.lock();
    try {
      return closed ? Stand.Next.CLOSE : Stand.Next.READ_ON;
    } finally {
      lock.unlock();
    }
  }

  /** Has another thread read, in the place of this one, which is in the handler. */
  final void readOnInPlaceOf(Thread reading) {
    lock.lock();
    try {
      stand.ifPresent(its -> its.readOnInPlaceOf(reading));
    } finally {
      lock.unlock();
    }
  }

  private boolean begin(JmsConnection now) throws JMSException {
    lock.lock();
    try {
      if (closed || connection.filter(now::equals).isPresent()) {
        return false;
      }
      Stand next = stand(now);
      connection = Optional.of(now);
      stand = Optional.of(next);
      next.start();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Stand> leave() {
    lock.lock();
    try {
      closed = true;
      Optional<Stand> last = stand;
      stand = Optional.empty();
      connection = Optional.empty();
      return last;
    } finally {
      lock.unlock();
    }
  }

  private void refuse(TransportException failure) {
    ready.completeExceptionally(failure);
    close();
  }
}
