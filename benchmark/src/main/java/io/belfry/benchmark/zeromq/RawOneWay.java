package io.belfry.benchmark.zeromq;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.List;
import java.util.stream.IntStream;
import org.zeromq.SocketType;

/** A bound socket that sends, and connected ones that receive. */
final class RawOneWay implements OneWay {

  private final Frame frame;
  private final Peer sender;
  private final List<Loop> loops;

  RawOneWay(String name, SocketType from, SocketType to, int receivers, Receiver receiver) {
    frame = new Frame(name);
    sender = Peer.bound(from, receivers);
    loops = IntStream.range(0, receivers).mapToObj(i -> listen(to, i, receiver)).toList();
    if (from == SocketType.XPUB) {
      awaitSubscriptions(receivers);
    } else {
      sender.awaitConnections();
    }
  }

  private Loop listen(SocketType type, int index, Receiver receiver) {
    Peer peer = type == SocketType.SUB
        ? Peer.subscribed(frame.head(), sender)
        : Peer.connected(type, sender);
    return Loop.start("raw receiver " + index, peer, (socket, data) -> {
      int payload = Frame.payloadAt(data, 0);
      receiver.received(index, Sequence.of(data, payload), data.length - payload);
    });
  }

  private void awaitSubscriptions(int count) {
    for (int i = 0; i < count; ) {
      if (sender.socket().recv() != null) {
        i++;
      }
    }
  }

  @Override
  public void send(byte[] payload) {
    if (!sender.socket().send(frame.around(0, payload))) {
      throw new BreakdownException("The receivers have stopped to receive.");
    }
  }

  @Override
  public void close() {
    loops.forEach(Loop::end);
    loops.forEach(Loop::close);
    sender.close();
  }
}
