package io.belfry.benchmark.browser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Has a WebSocket. */
final class WebSocketGuest implements Guest, HttpAnswer.Parts {

  private static final String UPGRADE = String.join(
      "\r\n",
      "GET /cometd HTTP/1.1",
      "Host: localhost",
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
      "",
      "");

  private final Place place;
  private final Scan scan;
  private final HttpAnswer answer = new HttpAnswer(this);
  private final Frames frames = new Frames(this::message);
  private final Talk talk = new Talk("websocket");
  private boolean isOpen;

  WebSocketGuest(Place place, Scan scan) {
    this.place = place;
    this.scan = scan;
  }

  @Override
  public void begin() {
    place.send(UPGRADE);
  }

  @Override
  public void take(ByteBuffer bytes) {
    if (!isOpen) {
      answer.take(bytes);
    }
    if (isOpen) {
      frames.take(bytes);
    }
  }

  @Override
  public void head(String head) {
    isOpen = true;
    say(talk.first());
  }

  @Override
  public void body(ByteBuffer part) {
    // An upgrade has none.
  }

  @Override
  public void end() {
    // An upgrade has none.
  }

  private void message(ByteBuffer message) {
    scan.look(message);
    talk.reply(message).ifPresent(this::say);
  }

  private void say(String text) {
    place.send(Frames.text(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public boolean isThere() {
    return talk.isThere();
  }

  @Override
  public Place place() {
    return place;
  }
}
