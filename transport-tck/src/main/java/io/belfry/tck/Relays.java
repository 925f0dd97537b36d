package io.belfry.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The relays of one spoke, under one control. */
final class Relays implements Detour, AutoCloseable {

  private static final List<Charset> FORMS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

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

  /** Whether this text has passed on any connection, either way, in whatever form of Unicode. */
  boolean saw(String text) {
    return FORMS.stream()
        .map(text::getBytes)
        .anyMatch(bytes -> relays.stream().anyMatch(relay -> relay.tap().saw(bytes)));
  }

  @Override
  public void close() {
    relays.forEach(Relay::close);
  }
}
