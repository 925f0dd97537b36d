package io.belfry.gateway.stream;

import io.belfry.gateway.live.Told;
import io.belfry.message.Payload;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshot;
import io.belfry.service.protocol.TellingCodec;

/**
 * Some lines of a stream, with an empty one at their end.
 *
 * @param lines as they are sent
 */
record Frame(Payload lines) {

  /** What a browser waits before it connects again, and the first sign that all is well. */
  static final Frame FIRST = lines("retry: 2000");

  /** Shows that the connection lives. */
  static final Frame HEARTBEAT = lines(":");

  /** Shared by all who are told the same. */
  static Frame of(Told told) {
    return told.as(Frame.class, Frame::made);
  }

  /** The last one. */
  static Frame end(ServiceException reason) {
    return lines("event: end\ndata: " + TellingCodec.encode(reason).text());
  }

  /** Events have no name, so that a browser's {@code onmessage} gets them. */
  private static Frame made(Told told) {
    String id = told.after().map(place -> "id: " + place + "\n").orElse("");
    return switch (told.kind()) {
      case EVENT -> lines(id + data(TellingCodec.encode((Event) told.what())));
      case SNAPSHOT ->
        lines(id + "event: snapshot\n" + data(TellingCodec.encode((Snapshot) told.what())));
      case GAP -> lines(id + "event: gap\n" + data(TellingCodec.encode((Gap) told.what())));
      case PLACE -> lines(id + ":");
    };
  }

  private static String data(Payload json) {
    return "data: " + json.text();
  }

  private static Frame lines(String text) {
    return new Frame(Payload.of(text + "\n\n"));
  }
}
