package org.example.belfry.tcp;

import io.belfry.message.Address;
import io.belfry.message.TopicFilter;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A spoke, as the hub knows it. What it says comes on one thread, that which reads its connection,
 * and that its connection has ended, too; anybody may send it something.
 */
final class Peer {

  private static final Logger LOG = System.getLogger(Peer.class.getName());

  private final int number;
  private final Connection connection;
  private final Exchange exchange;

  /** How each subscriber and server leaves, by its number. */
  private final Map<Integer, Runnable> leaving = new HashMap<>();

  private final Posts posts = new Posts();

  Peer(int number, Connection connection, Exchange exchange) {
    this.number = number;
    this.connection = connection;
    this.exchange = exchange;
  }

  int number() {
    return number;
  }

  /** Sends a frame. Who does not read is cut off, and comes again if it can. */
  boolean send(byte[] frame) {
    if (connection.send(frame)) {
      return true;
    }
    if (!connection.hasEnded()) {
      LOG.log(Level.WARNING, "A spoke is cut off: it does not read what is sent to it.");
      connection.abort();
    }
    return false;
  }

  /** Does what a frame says; what makes no sense is thrown, and ends the connection. */
  void receive(Frame frame) {
    switch (frame.kind()) {
      case SUBSCRIBE -> subscribe(frame);
      case SERVE -> serve(frame);
      case PULL -> pull(frame);
      case LEAVE -> leave(frame.to());
      case PUBLISH -> exchange.publish(frame);
      case REQUEST -> exchange.ask(frame.from() == 0 ? frame.from(number) : frame);
      case REPLY -> exchange.answer(frame);
      case PUSH -> push(frame);
      case DONE, FAILED, WORK -> posts.settle(frame.to(), frame.number(), frame.kind());
      default -> throw new IllegalArgumentException("A spoke does not say " + frame.kind() + ".");
    }
  }

  /** The connection has ended: all that was there has left. */
  void end() {
    leaving.values().forEach(Runnable::run);
    posts.lose();
  }

  void finish() {
    connection.finish();
  }

  void awaitEnd(long deadline) {
    connection.awaitEnd(deadline);
  }

  private void subscribe(Frame frame) {
    Seat seat = newSeat(frame);
    exchange.subscribe(new TopicFilter(frame.name()), seat);
    leaving.put(seat.number(), () -> exchange.unsubscribe(seat));
    answer(frame, Outcome.DONE);
  }

  private void serve(Frame frame) {
    Seat seat = newSeat(frame);
    Service service = exchange.service(new Address(frame.name()));
    service.join(seat);
    leaving.put(seat.number(), () -> service.leave(seat));
    answer(frame, Outcome.DONE);
  }

  private void pull(Frame frame) {
    String prefetch = frame.message().headers().get(Worker.PREFETCH).orElse("1");
    WorkQueue queue = exchange.queue(new Address(frame.name()));
    posts.join(queue, newSeat(frame), Integer.parseInt(prefetch));
    answer(frame, Outcome.DONE);
  }

  private void push(Frame frame) {
    WorkQueue queue = exchange.queue(new Address(frame.name()));
    answer(
        frame,
        queue.push(frame.message())
            ? Outcome.DONE
            : Outcome.failure(
                Category.REFUSED, "The queue '" + frame.name() + "' is full; try later."));
  }

  private void leave(int receiver) {
    if (posts.has(receiver)) {
      posts.leave(receiver);
    } else {
      Optional.ofNullable(leaving.remove(receiver)).ifPresent(Runnable::run);
    }
  }

  private Seat newSeat(Frame frame) {
    if (posts.has(frame.to()) || leaving.containsKey(frame.to())) {
      throw new IllegalArgumentException("The number " + frame.to() + " is taken.");
    }
    return new Seat(this, frame.to());
  }

  private void answer(Frame asked, Outcome outcome) {
    send(Frame.reply(number, asked.number(), outcome).encode());
  }
}
