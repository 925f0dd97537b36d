package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.Receiver;
import java.util.Locale;

/** How events come to a browser. */
public enum Way {
  /** Bayeux over a WebSocket. */
  WEBSOCKET(WebSocketGuest::new),
  /** Bayeux over requests that are answered when there is something to tell. */
  LONG_POLLING(PollingGuest::new),
  /** Server-sent events: one answer that does not end. */
  SSE(StreamGuest::new);

  /** Makes guests. */
  @FunctionalInterface
  interface Making {

    Guest make(Place place, Scan scan);
  }

  private final Making making;

  Way(Making making) {
    this.making = making;
  }

  /** What scenarios and command lines call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Guest guest(Place place, int number, Receiver receiver) {
    return making.make(place, new Scan(number, receiver));
  }
}
