package io.belfry.benchmark;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;

/**
 * A contestant that takes part once more.
 *
 * @param name what it is called this time
 * @param same who it is
 */
record Renamed(String name, Contestant same) implements Contestant {

  @Override
  public String version() {
    return same.version();
  }

  @Override
  public OneWay publish(int subscribers, Receiver receiver) {
    return same.publish(subscribers, receiver);
  }

  @Override
  public OneWay push(int workers, Receiver receiver) {
    return same.push(workers, receiver);
  }

  @Override
  public Asker ask() {
    return same.ask();
  }
}
