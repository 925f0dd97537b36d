package io.belfry.transport.zeromq;

import io.belfry.transport.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zeromq.ZContext;

/** Where a transport's sockets live: a context, its own or shared, and what makes sockets in it. */
final class Place implements AutoCloseable {

  private static final int HUB_IO_THREADS = 2;
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final ZContext context;
  private final boolean isShared;
  private final Duration closeTimeout;
  private final Selector selector;
  private final Channels channels = new Channels();
  private final SocketFactory sockets;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Place(ZeroMqConfig config, Side side, Optional<Curve> curve) {
    this.selector = openSelector();
    this.isShared = config.endpoints().areInproc();
    this.closeTimeout = config.closeTimeout();
    this.context = Contexts.take(isShared, isShared || side == Side.HUB ? HUB_IO_THREADS : 1);
    this.sockets = new SocketFactory(context, config, curve, channels);
  }

  static Place of(ZeroMqConfig config, Side side) {
    return new Place(config, side, Curve.from(config, side));
  }

  /** Where the transport's reader waits. */
  Selector selector() {
    return selector;
  }

  SocketFactory sockets() {
    return sockets;
  }

  /** Ends the context, once. All sockets must be closed, or are closed with it. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      Contexts.giveBack(context, isShared, closeTimeout.plus(MARGIN));
      channels.closeAll();
      closeSelector();
    }
  }

  private static Selector openSelector() {
    try {
      return Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeSelector() {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
