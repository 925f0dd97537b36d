package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A producer and its consumers, each with a connection of its own. */
final class RawOneWay implements OneWay {

  private final List<Line> lines = new ArrayList<>();
  private final Place place;
  private final Session session;
  private final Destination destination;
  private final Outlet outlet;

  /**
   * Connects all, and returns when every consumer stands.
   *
   * @param connect opens a connection
   * @param place where to
   * @param opener opens the outlet
   * @param receivers how many
   * @param receiver takes what they get
   */
  RawOneWay(Supplier<Line> connect, Place place, Sending opener, int receivers, Receiver receiver) {
    this.place = place;
    try {
      for (int i = 0; i < receivers; i++) {
        lines.add(connect.get());
        listen(lines.get(i), i, receiver);
      }
      lines.add(connect.get());
      session = lines.get(receivers).session(Session.AUTO_ACKNOWLEDGE);
      destination = Checked.get(() -> place.in(session));
      outlet = Checked.get(() -> opener.open(session, destination));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** How messages are sent. */
  @FunctionalInterface
  interface Sending {
    Outlet open(Session session, Destination to) throws JMSException;
  }

  private void listen(Line line, int index, Receiver receiver) {
    Session listening = line.session(place.acknowledgement());
    Checked.run(() -> {
      Destination from = place.in(listening);
      listening
          .createConsumer(from)
          .setMessageListener(message -> Checked.run(() -> take(message, from, index, receiver)));
    });
  }

  private static void take(Message message, Destination from, int index, Receiver receiver)
      throws JMSException {
    byte[] payload = Body.read(message);
    boolean isRight = from.equals(message.getJMSDestination());
    receiver.received(index, isRight ? Body.sequence(payload) : Sequence.NONE, payload.length);
  }

  @Override
  public void send(byte[] payload) {
    Checked.run(() -> outlet.send(destination, Body.of(session, payload)));
  }

  @Override
  public void close() {
    lines.forEach(Line::close);
  }
}
