package org.example.belfry.tcp;

import io.belfry.message.Topic;
import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.Routes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** All that receives at a spoke, by its number; what is restored on a new connection. */
final class Receivers {

  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, Receiver> all = new ConcurrentHashMap<>();
  private final Routes<Receiver> subscribers = new Routes<>();

  /** The newest connection, be it complete or not, in force or lost. */
  private volatile Optional<Connection> newest = Optional.empty();

  int newNumber() {
    return numbers.incrementAndGet();
  }

  /** Adds a receiver, and announces it to the hub; now, or with the next connection. */
  void add(Receiver receiver) {
    all.put(receiver.number(), receiver);
    receiver.filter().ifPresent(filter -> subscribers.add(filter, receiver));
    newest.ifPresent(receiver::enter);
  }

  void remove(Receiver receiver) {
    all.remove(receiver.number());
    subscribers.remove(receiver);
  }

  /**
   * Announces all on a new connection, and waits until they are in force. Whoever is added
   * meanwhile either is among them or sees the connection.
   */
  void restore(Connection connection) {
    newest = Optional.of(connection);
    try {
      together(all.values().stream().map(receiver -> receiver.enter(connection)))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof TransportException reason ? reason : e;
    }
  }

  /** Gives what was published to all who want it: the hub sends it once. */
  void publish(Delivery delivery) {
    subscribers
        .to(new Topic(delivery.frame().name()))
        .forEach(subscriber -> subscriber.deliver(delivery));
  }

  /** Gives a request or work to the one that it is for, or back if that one has left. */
  void deliver(Delivery delivery) {
    Receiver receiver = all.get(delivery.frame().to());
    if (receiver != null) {
      receiver.deliver(delivery);
    } else {
      delivery.sendBack();
    }
  }

  /** Closes all at once: their time-outs must not add up. */
  void close(Executor threads) {
    together(all.values().stream().map(r -> CompletableFuture.runAsync(r::close, threads)))
        .join();
  }

  private static CompletableFuture<Void> together(Stream<? extends CompletionStage<?>> stages) {
    return CompletableFuture.allOf(
        stages.map(CompletionStage::toCompletableFuture).toArray(CompletableFuture<?>[]::new));
  }
}
