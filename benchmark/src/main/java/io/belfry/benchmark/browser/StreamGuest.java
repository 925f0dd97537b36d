package io.belfry.benchmark.browser;

import java.nio.ByteBuffer;

/** Reads server-sent events. */
final class StreamGuest implements Guest, HttpAnswer.Parts {

  private static final String REQUEST = "GET /api/v1/stream?topic=" + Talk.TOPIC
      + "&contents=false HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";

  private final Place place;
  private final Scan scan;
  private final HttpAnswer answer = new HttpAnswer(this);
  private boolean isThere;

  StreamGuest(Place place, Scan scan) {
    this.place = place;
    this.scan = scan;
  }

  @Override
  public void begin() {
    place.send(REQUEST);
  }

  @Override
  public void take(ByteBuffer bytes) {
    answer.take(bytes);
  }

  @Override
  public void head(String head) {
    // The stream is there when the first lines are.
  }

  @Override
  public void body(ByteBuffer part) {
    isThere = true;
    scan.look(part);
  }

  @Override
  public void end() {
    isThere = false;
  }

  @Override
  public boolean isThere() {
    return isThere;
  }

  @Override
  public Place place() {
    return place;
  }
}
