package io.belfry.transport.zeromq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;

/** Selectors for readers without sockets. */
final class Selectors {

  private Selectors() {}

  static Selector open() {
    try {
      return Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void close(Selector selector) {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
