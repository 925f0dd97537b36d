package io.belfry.broker;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;

/**
 * A running broker. It has started completely, or not at all: where a port is taken or the
 * directory is in use, {@link #start} throws and leaves nothing behind.
 *
 * <p>Thread: any.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final ActiveMQServerImpl server;
  private final BrokerThreads threads = new BrokerThreads();
  private final Map<Door, Integer> ports = new EnumMap<>(Door.class);
  private final AtomicBoolean isEnded = new AtomicBoolean();

  private EmbeddedBroker(BrokerConfig config) {
    try {
      server = new ActiveMQServerImpl(ServerSettings.from(config), new Doorkeeper(config));
    } catch (Exception e) {
      throw new BrokerException("The server does not take its settings: " + e.getMessage(), e);
    }
  }

  /**
   * Starts a broker; returns when it lets clients in.
   *
   * @param config how it is to run
   * @return the running broker
   * @throws BrokerException if it can't run so
   */
  public static EmbeddedBroker start(BrokerConfig config) {
    EmbeddedBroker broker = new EmbeddedBroker(config);
    try {
      broker.start();
    } catch (Exception e) {
      try {
        broker.close();
      } catch (BrokerException alsoThat) {
        e.addSuppressed(alsoThat);
      }
      throw e instanceof BrokerException known ? known : StartFailure.explain(config, e);
    }
    return broker;
  }

  /**
   * Where JMS clients of Artemis connect.
   *
   * @return the port
   */
  public int jmsPort() {
    return port(Door.JMS);
  }

  /**
   * Where clients of AMQP 1.0 connect.
   *
   * @return the port
   */
  public int amqpPort() {
    return port(Door.AMQP);
  }

  /**
   * Where clients of MQTT connect.
   *
   * @return the port
   */
  public int mqttPort() {
    return port(Door.MQTT);
  }

  /**
   * Whether it lets clients in.
   *
   * @return false once it has been ended, or has given up by itself
   */
  public boolean isRunning() {
    return !isEnded.get() && server.isActive();
  }

  /**
   * Whether a thread is one of this broker's. Clients in this process have others.
   *
   * @param thread any thread
   * @return true if the broker has started it
   */
  public boolean ownsThread(Thread thread) {
    return threads.own(thread);
  }

  /**
   * Ends it in good order: what was accepted is on the disk, if there is a directory. A second call
   * does nothing.
   *
   * @throws BrokerException if it does not end, with which nothing can be done but to end the
   *     process
   */
  @Override
  public void close() {
    end(() -> server.stop());
  }

  /**
   * Ends it as abruptly as can be within a process, for tests: nothing more is written, as if the
   * disk were gone. Clients see their connections end.
   *
   * @throws BrokerException if it does not end
   */
  public void crash() {
    end(() -> server.stop(false, true, false));
  }

  private void start() throws Exception {
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    server.registerActivationFailureListener(failure::set);
    threads.run("start", START, () -> {
      server.start();
      return true;
    });
    Exception failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    if (!server.isActive()) {
      throw new BrokerException("The broker did not become active; its log says why.");
    }
    for (Door door : Door.values()) {
      ports.put(door, guardedPort(door));
    }
  }

  private int guardedPort(Door door) {
    Object acceptor = server.getRemotingService().getAcceptor(door.acceptor());
    if (acceptor instanceof NettyAcceptor listening && listening.isStarted()) {
      Strangers.refuseAt(listening.getProtocolHandler(), door);
      return listening.getActualPort();
    }
    throw new BrokerException("The broker can't speak " + door
        + "; Artemis's libraries must be there, all of one version.");
  }

  private void end(Ending ending) {
    if (isEnded.getAndSet(true)) {
      return;
    }
    try {
      threads.run("stop", STOP, () -> {
        ending.run();
        return true;
      });
    } catch (BrokerException e) {
      throw e;
    } catch (Exception e) {
      throw new BrokerException("The broker did not end in good order: " + e.getMessage(), e);
    }
  }

  private interface Ending {
    void run() throws Exception;
  }

  private int port(Door door) {
    return Optional.ofNullable(ports.get(door)).orElseThrow();
  }
}
