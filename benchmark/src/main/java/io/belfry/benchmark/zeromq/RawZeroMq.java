package io.belfry.benchmark.zeromq;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.Names;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Version;
import org.zeromq.SocketType;

/**
 * JeroMQ as somebody would use it who needs nothing but speed: XPUB that waits instead of dropping,
 * PUSH to PULL, DEALER to ROUTER.
 */
public final class RawZeroMq implements Contestant {

  @Override
  public String name() {
    return "raw";
  }

  @Override
  public String version() {
    return "JeroMQ " + Version.of("org.zeromq", "jeromq");
  }

  @Override
  public OneWay publish(int subscribers, Receiver receiver) {
    return new RawOneWay(
        Names.freshTopic(), SocketType.XPUB, SocketType.SUB, subscribers, receiver);
  }

  @Override
  public OneWay push(int workers, Receiver receiver) {
    return new RawOneWay(Names.freshQueue(), SocketType.PUSH, SocketType.PULL, workers, receiver);
  }

  @Override
  public Asker ask() {
    return new RawAsker(Names.SERVICE);
  }
}
