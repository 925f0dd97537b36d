package org.example.belfry.tcp;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Health;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Backoff;
import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Lifeline;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Requests;
import io.belfry.transport.delivery.Watch;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A spoke's way to the hub: one connection at a time, made anew when it is lost, and the receivers
 * that are restored on it. Safe for any thread.
 */
final class Uplink implements Lifeline.Line<Connection>, AutoCloseable {

  private static final Address HUB = new Address("hub");
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

  private final TcpConfig config;
  private final Watch watch = new Watch("tcp-watch");
  private final Courier courier = new Courier("tcp-courier", watch);
  private final Requests requests = new Requests("tcp-clock", courier);
  private final Receivers receivers = new Receivers();
  private final Lifeline<Connection> lifeline;

  Uplink(TcpConfig config) {
    this.config = config;
    lifeline = new Lifeline<>("the hub at " + config.endpoint(), "tcp-repair", this, BACKOFF);
  }

  /** Connects for the first time; where that fails, nothing is left. */
  void open() {
    try {
      lifeline.open(Duration.ZERO);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  Health health() {
    return lifeline.health();
  }

  Requests requests() {
    return requests;
  }

  Receivers receivers() {
    return receivers;
  }

  /** Where continuations run. */
  Executor courier() {
    return courier;
  }

  /** Sends what the application has to say, and waits for room. */
  void send(Frame frame) {
    Connection connection = lifeline.require();
    if (!connection.send(frame.encode())) {
      throw connection.hasEnded()
          ? lost("while there was something to send.")
          : new TransportException(
              Category.TIMED_OUT, "There was no room for the message within the send time-out.");
    }
  }

  /** Sends what the hub answers when it is in force. A hub that does not answer is of no use. */
  CompletionStage<Message> announce(Frame frame, Connection connection) {
    CompletionStage<Message> answer = requests.send(HUB, config.connectTimeout(), number -> {
      if (!connection.offer(frame.numbered(number))) {
        throw lost("before all was restored.");
      }
    });
    return answer.whenComplete((inForce, failure) -> {
      if (failure instanceof TransportException e && e.category() == Category.TIMED_OUT) {
        connection.abort();
      }
    });
  }

  @Override
  public Connection connect(Consumer<String> lost) {
    Connection connection = new Connection(Dialer.dial(config), config, config.sendTimeout());
    connection.startWriting("tcp-spoke-writer");
    Connection.daemon("tcp-spoke-reader", () -> {
          connection.read(frame -> receive(new Delivery(frame, connection)), why -> {
            requests.failAll(lost(why)); // Their answers would have come on this connection.
            lost.accept(why);
          });
        })
        .start();
    try {
      receivers.restore(connection);
      return connection;
    } catch (RuntimeException e) {
      connection.abort();
      disconnect(connection);
      throw e;
    }
  }

  @Override
  public void disconnect(Connection connection) {
    connection.finish();
    connection.awaitEnd(System.nanoTime() + config.closeTimeout().toNanos());
  }

  @Override
  public void close() {
    requests.failAll(new TransportException(Category.CLOSED, "The transport was closed."));
    receivers.close(courier.threads());
    requests.close();
    lifeline.close();
    courier.close();
    watch.close();
  }

  /** On the reading thread, which must not wait for anything. */
  private void receive(Delivery delivery) {
    Frame frame = delivery.frame();
    switch (frame.kind()) {
      case PUBLISH -> receivers.publish(delivery);
      case REQUEST, WORK -> receivers.deliver(delivery);
      case REPLY -> requests.complete(frame.number(), new Outcome(frame.name(), frame.message()));
      default -> throw new IllegalArgumentException("A hub does not say " + frame.kind() + ".");
    }
  }

  private TransportException lost(String why) {
    return new TransportException(
        Category.UNREACHABLE,
        "The connection to the hub at " + config.endpoint() + " was lost: " + why);
  }
}
