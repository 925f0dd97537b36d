package io.belfry.transport.mqtt;

import io.belfry.transport.Health;
import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.Backoff;
import io.belfry.transport.delivery.Lifeline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A connection to the broker that is made anew whenever it is lost. Safe for any thread. */
final class Connection implements AutoCloseable {

  /** What a connection is good for. */
  interface Use {

    /**
     * A message has come. On a thread of Paho, where nothing may wait.
     *
     * @param link what it has come on
     * @param topic its topic on the wire
     * @param message the message
     */
    void arrived(BrokerLink link, String topic, MqttMessage message);

    /**
     * There is a connection, for the first time or again, of which the broker knows nothing yet:
     * whatever is to be subscribed must be. It may wait, for a bounded time.
     *
     * @param link the connection, which counts as there when this has returned
     * @throws TransportException if the connection is of no use
     */
    void restore(BrokerLink link);

    /**
     * The connection is of no use any longer, which is told once. On any thread; must not wait.
     *
     * @param why what to tell those who wait for something
     */
    void lost(TransportException why);
  }

  /** A connection that ends sooner than that is made again more slowly each time. */
  private static final Duration SHORT_LIFE = Duration.ofSeconds(2);

  private final MqttConfig config;
  private final Manner manner;
  private final Executor later;
  private final Use use;
  private final Lifeline<BrokerLink> lifeline;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** On the thread that connects alone. */
  private int shortLives;

  private long bornAt;

  /**
   * Makes a connection that is not yet open.
   *
   * @param config the settings
   * @param manner what it is like
   * @param later runs what would have to wait on a thread of Paho
   * @param use what it is good for
   */
  Connection(MqttConfig config, Manner manner, Executor later, Use use) {
    this.config = config;
    this.manner = manner;
    this.later = later;
    this.use = use;
    this.lifeline = new Lifeline<>(
        "the broker at " + config.broker(),
        "belfry-mqtt-" + manner.clientId() + "-lifeline",
        new Line(),
        Backoff.DEFAULTS);
  }

  /**
   * Connects for the first time.
   *
   * @param patience how long to try again where nobody answers
   * @throws TransportException if it can't be had; it is then closed
   */
  void open(Duration patience) {
    lifeline.open(patience);
  }

  /** The connection of now, or {@code UNREACHABLE} or {@code CLOSED}. */
  BrokerLink require() {
    return lifeline.require();
  }

  Optional<BrokerLink> current() {
    return lifeline.current();
  }

  Health health() {
    return lifeline.health();
  }

  @Override
  public void close() {
    closed.countDown();
    lifeline.close();
  }

  private final class Line implements Lifeline.Line<BrokerLink> {

    @Override
    public BrokerLink connect(Consumer<String> lost) {
      pauseAfterShortLives();
      BrokerLink link = BrokerLink.connect(config, manner, later, use::arrived, why -> {
        use.lost(Failures.lost(config.broker(), why));
        lost.accept(why);
      });
      try {
        use.restore(link);
      } catch (RuntimeException e) {
        end(link, Failures.notConnected(config.broker(), String.valueOf(e.getMessage())));
        throw e;
      }
      bornAt = System.nanoTime();
      return link;
    }

    @Override
    public void disconnect(BrokerLink link) {
      end(
          link,
          lifeline.isClosed()
              ? Failures.closed("The transport")
              : Failures.lost(config.broker(), "it is made anew."));
    }

    /** Of each connection the end is told once: told late, it might be taken for the next one's. */
    private void end(BrokerLink link, TransportException why) {
      if (link.close(why)) {
        use.lost(why);
      }
    }

    /** A client that takes our name would otherwise be driven out, and come back, without end. */
    private void pauseAfterShortLives() {
      boolean wasShort = bornAt != 0 && System.nanoTime() - bornAt < SHORT_LIFE.toNanos();
      shortLives = wasShort ? shortLives + 1 : 0;
      try {
        if (shortLives > 1) {
          Duration pause = Backoff.DEFAULTS.after(shortLives - 1);
          closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (closed.getCount() == 0) {
        throw Failures.closed("The transport");
      }
    }
  }
}
