package io.belfry.transport.mqtt;

import io.belfry.transport.delivery.Inbox;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * The desk of a worker whose broker returns work: what is not acknowledged when the worker leaves
 * goes to others, so it is acknowledged when it is done, and nothing else is to be seen to.
 */
final class ReturningDesk implements Desk {

  private final Wires wires;
  private final Inbox<Piece> inbox;
  private final Duration patience;

  ReturningDesk(Wires wires, Inbox<Piece> inbox, Duration patience) {
    this.wires = wires;
    this.inbox = inbox;
    this.patience = patience;
  }

  @Override
  public List<String> filters() {
    return List.of(wires.shared());
  }

  @Override
  public void restored() {}

  /** The broker has given to others what had not been begun. */
  @Override
  public void lost() {
    inbox.takeBeyond(0, Integer.MAX_VALUE);
  }

  @Override
  public void arrived(BrokerLink link, String topic, MqttMessage message) {
    inbox.offer(new Piece(link, message));
  }

  @Override
  public void finished(Piece piece) {
    piece.acknowledge();
  }

  @Override
  public void finishedEarly(Piece piece) {
    piece.acknowledge();
  }

  @Override
  public void leave(BrokerLink link, List<Piece> rest) {
    Outcomes.await(link.unsubscribe(wires.shared()), patience);
  }
}
