package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.Receiver;
import java.util.Locale;

/** How events come to a browser. */
public enum Way {
  /** Bayeux over a WebSocket. */
  WEBSOCKET,
  /** Bayeux over requests that are answered when there is something to tell. */
  LONG_POLLING,
  /** Server-sent events: one answer that does not end. */
  SSE;

  /** What scenarios and command lines call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Guest guest(Place place, int number, Receiver receiver) {
    Scan scan = new Scan(number, receiver);
    return switch (this) {
      case WEBSOCKET -> new WebSocketGuest(place, scan);
      case LONG_POLLING -> new PollingGuest(place, scan);
      case SSE -> new StreamGuest(place, scan);
    };
  }
}
