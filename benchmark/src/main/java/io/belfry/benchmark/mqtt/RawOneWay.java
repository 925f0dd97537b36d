package io.belfry.benchmark.mqtt;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.ArrayList;
import java.util.List;

/** A client that publishes, and others that have subscribed. */
final class RawOneWay implements OneWay {

  private final List<Peer> peers = new ArrayList<>();
  private final String topic;
  private final Outlet outlet;

  /**
   * Connects all, and returns when every subscription stands.
   *
   * @param access to the broker
   * @param topic where to
   * @param filter what the receivers subscribe to
   * @param qos of messages and subscriptions
   * @param receivers how many
   * @param receiver takes what they get
   */
  RawOneWay(Access access, String topic, String filter, int qos, int receivers, Receiver receiver) {
    this.topic = topic;
    try {
      peers.add(Peer.connect(access, Listener.DEAF));
      for (int i = 0; i < receivers; i++) {
        peers.add(Peer.connect(access, listener(i, topic, receiver)));
      }
      peers.forEach(peer -> peer.awaitConnected(access));
      peers.stream().skip(1).forEach(peer -> peer.subscribe(filter, qos));
      outlet = peers.get(0).outlet(qos);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Listener listener(int index, String topic, Receiver receiver) {
    return (arrivedAt, message) -> {
      byte[] payload = message.getPayload();
      boolean isRight = arrivedAt.equals(topic) && payload.length >= Sequence.BYTES;
      receiver.received(index, isRight ? Sequence.of(payload, 0) : Sequence.NONE, payload.length);
    };
  }

  @Override
  public void send(byte[] payload) {
    outlet.send(topic, payload);
  }

  @Override
  public void close() {
    peers.parallelStream().forEach(Peer::close);
  }
}
