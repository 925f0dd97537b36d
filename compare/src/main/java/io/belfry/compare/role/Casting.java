package io.belfry.compare.role;

import io.belfry.compare.load.Ear;
import io.belfry.compare.load.Outlet;
import io.belfry.compare.load.Publisher;
import io.belfry.compare.venue.Wires;
import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Overflow;
import io.belfry.transport.PullOptions;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Makes players, each with its connection open and what it receives ready. */
final class Casting {

  static final Duration READY = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Wires wires;

  Casting(Wires wires) {
    this.wires = wires;
  }

  Player cast(Part part) {
    Transport transport = wires.open(part.wiring(), part.side());
    try {
      return cast(part, transport);
    } catch (RuntimeException | Error e) {
      transport.close();
      throw e;
    }
  }

  private Player cast(Part part, Transport transport) {
    Topic topic = new Topic(part.meeting());
    Address address = new Address(part.meeting());
    return switch (part.role()) {
      case PUBLISH ->
        sender(part, transport::close, payload -> transport.publish(topic, Message.of(payload)));
      case PUSH ->
        sender(part, transport::close, payload -> transport.push(address, Message.of(payload)));
      case ASK -> asker(part, transport, address);
      case ANSWER -> {
        await(transport.serve(address, CompletableFuture::completedStage).ready());
        yield new Player(part, Optional.empty(), Optional.empty(), transport::close);
      }
      case SUBSCRIBE -> subscriber(part, transport);
      case PULL -> puller(part, transport, address);
      case ANNOUNCE, LISTEN -> new ServiceCasting(part, transport).cast();
    };
  }

  static Player sender(Part part, Runnable ending, Outlet outlet) {
    return new Player(part, Optional.of(publisher(part, outlet)), Optional.empty(), ending);
  }

  private static Publisher publisher(Part part, Outlet outlet) {
    return new Publisher(
        part.run(), part.number(), part.size(), part.beat(), part.mostLate().toNanos(), outlet);
  }

  static Ear ear(Part part) {
    return new Ear(part.run(), part.beat(), part.shifts());
  }

  private static Player asker(Part part, Transport transport, Address address) {
    Ear ear = ear(part);
    Outlet outlet = payload -> ask(transport, address, payload, ear);
    return new Player(
        part, Optional.of(publisher(part, outlet)), Optional.of(ear), transport::close);
  }

  private static CompletionStage<Void> ask(
      Transport transport, Address address, Payload payload, Ear ear) {
    return transport
        .request(address, Message.of(payload), ANSWER)
        .thenAccept(reply -> ear.hear(reply.payload()));
  }

  private static Player subscriber(Part part, Transport transport) {
    Ear ear = ear(part);
    Subscription subscription = transport.subscribe(
        TopicFilter.exactly(new Topic(part.meeting())),
        SubscribeOptions.DEFAULTS.withQueue(part.queue(), Overflow.DROP_OLDEST),
        (topic, message) -> hear(part, ear, message.payload()));
    await(subscription.ready());
    return new Player(part, Optional.empty(), Optional.of(ear), transport::close);
  }

  private static Player puller(Part part, Transport transport, Address queue) {
    Ear ear = ear(part);
    Subscription subscription =
        transport.pull(queue, PullOptions.DEFAULTS, work -> hear(part, ear, work.payload()));
    await(subscription.ready());
    return new Player(part, Optional.empty(), Optional.of(ear), transport::close);
  }

  private static void hear(Part part, Ear ear, Payload payload) throws InterruptedException {
    takeTime(part);
    ear.hear(payload);
  }

  /** Who is slow has heard something when he is through with it. */
  static void takeTime(Part part) throws InterruptedException {
    if (!part.pause().isZero()) {
      TimeUnit.NANOSECONDS.sleep(part.pause().toNanos());
    }
  }

  static void await(CompletionStage<?> stage) {
    stage
        .toCompletableFuture()
        .orTimeout(READY.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
