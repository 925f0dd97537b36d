package io.belfry.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The relays of one spoke, under one control. */
final class Relays implements Detour, AutoCloseable {

  private final List<Relay> relays = new CopyOnWriteArrayList<>();

  @Override
  public InetSocketAddress through(InetSocketAddress target) {
    try {
      Relay relay = new Relay(target);
      relays.add(relay);
      return relay.address();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes every connection; new ones are let through. */
  void cut() {
    relays.forEach(Relay::cut);
  }

  /** Closes every connection, and each new one at once. */
  void sever() {
    relays.forEach(relay -> relay.let(Relay.Passage.REFUSED));
    cut();
  }

  /** Forwards nothing more, without a word: every connection stays open, and new ones open. */
  void swallow() {
    relays.forEach(relay -> relay.let(Relay.Passage.SWALLOWED));
  }

  /** Whether these bytes have passed on any connection, either way. */
  boolean saw(byte[] bytes) {
    return relays.stream().anyMatch(relay -> relay.tap().saw(bytes));
  }

  @Override
  public void close() {
    relays.forEach(Relay::close);
  }
}
