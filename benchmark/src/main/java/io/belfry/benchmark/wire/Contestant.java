package io.belfry.benchmark.wire;

/**
 * A library that takes part. Each method opens connections of its own over TCP on the loopback: one
 * side binds and sends or serves, each of the others has its own connection, as if it were another
 * process. When it returns, all are connected: nothing that is sent then misses anybody.
 *
 * <p>All contestants do the same work. A message has a name of {@link Names}, which the receiver
 * finds in what it gets, and a payload, whose first eight bytes it reads.
 */
public interface Contestant {

  /** What it is called in tables. */
  String name();

  /** What was measured, to the version. */
  String version();

  /** A publisher and its subscribers, each of which gets a copy. */
  OneWay publish(int subscribers, Receiver receiver);

  /** A queue and its workers, one of which gets each message. */
  OneWay push(int workers, Receiver receiver);

  /** A service that answers with what it was asked, and somebody who asks. */
  Asker ask();
}
