package io.belfry.gateway.stream;

import io.belfry.gateway.config.Limits;
import io.belfry.gateway.live.Following;
import io.belfry.gateway.live.Outlet;
import io.belfry.gateway.live.Told;
import io.belfry.service.ServiceException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * A stream on its way to one receiver: what waits is bounded, and goes out together as fast as the
 * connection takes it.
 */
final class Stream extends IteratingCallback implements Outlet {

  /** As much goes out at once. */
  private static final int CHUNK = 64 * 1024;

  private final Response response;
  private final Callback callback;
  private final Limits limits;
  private final Executor threads;
  private final Runnable onEnd;
  private final AtomicBoolean isDue = new AtomicBoolean();

  /** Guarded by this, as is all that follows. */
  private final Queue<Frame> waiting = new ArrayDeque<>();

  private long waitingBytes;
  private boolean isSilent = true;
  private boolean isEnding;
  private boolean isLastWritten;
  private Optional<Following> following = Optional.empty();

  Stream(Response response, Callback callback, Limits limits, Executor threads, Runnable onEnd) {
    this.response = response;
    this.callback = callback;
    this.limits = limits;
    this.threads = threads;
    this.onEnd = onEnd;
  }

  /** Writes the first lines; from now on what is told is sent. */
  void begin(Following by) {
    synchronized (this) {
      following = Optional.of(by);
    }
    add(Frame.FIRST);
  }

  @Override
  public synchronized boolean hasRoom() {
    return waiting.size() < limits.waiting() && waitingBytes < limits.waitingBytes();
  }

  @Override
  public void tell(Told told) {
    add(Frame.of(told));
  }

  @Override
  public void end(ServiceException reason) {
    synchronized (this) {
      waiting.add(Frame.end(reason));
      isEnding = true;
    }
    flush(); // Before it has begun nothing is sent: whoever asked gets a whole answer instead.
  }

  /** If nothing was sent since this was asked last, something is. */
  void beat() {
    boolean isBeatDue;
    synchronized (this) {
      isBeatDue = isSilent && waiting.isEmpty() && !isEnding;
      isSilent = true;
    }
    if (isBeatDue) {
      add(Frame.HEARTBEAT);
    }
  }

  private void add(Frame frame) {
    synchronized (this) {
      waiting.add(frame);
      waitingBytes += frame.lines().size();
      isSilent = false;
    }
    flush();
  }

  /** By another thread: whoever tells has others to tell, and what comes meanwhile goes along. */
  private void flush() {
    if (isDue.compareAndSet(false, true)) {
      threads.execute(() -> {
        isDue.set(false);
        iterate();
      });
    }
  }

  @Override
  protected Action process() {
    ByteBuffer chunk;
    boolean isLast;
    synchronized (this) {
      if (following.isEmpty()) {
        return Action.IDLE; // Nothing may be said before it is certain that there is a stream.
      }
      if (isLastWritten) {
        return Action.SUCCEEDED;
      }
      if (waiting.isEmpty()) {
        return Action.IDLE;
      }
      chunk = chunk();
      isLast = isEnding && waiting.isEmpty();
      isLastWritten = isLast;
    }
    response.write(isLast, chunk, this);
    return Action.SCHEDULED;
  }

  private ByteBuffer chunk() {
    int size = 0;
    int count = 0;
    for (Frame frame : waiting) {
      if (count > 0 && size + frame.lines().size() > CHUNK) {
        break;
      }
      size += frame.lines().size();
      count++;
    }
    ByteBuffer chunk = ByteBuffer.allocate(size);
    for (; count > 0; count--) {
      chunk.put(waiting.remove().lines().toBuffer());
    }
    waitingBytes = Math.max(0, waitingBytes - size);
    return chunk.flip();
  }

  @Override
  protected void onSuccess() {
    Optional<Following> by;
    synchronized (this) {
      by = following.filter(one -> hasRoom());
    }
    by.ifPresent(Following::resume);
  }

  @Override
  protected void onCompleteSuccess() {
    leave();
    callback.succeeded();
  }

  @Override
  protected void onCompleteFailure(Throwable failure) {
    leave();
    callback.failed(failure);
  }

  private void leave() {
    Optional<Following> by;
    synchronized (this) {
      by = following;
    }
    by.ifPresent(Following::close);
    onEnd.run();
  }
}
