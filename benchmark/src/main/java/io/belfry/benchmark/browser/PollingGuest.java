package io.belfry.benchmark.browser;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks again as soon as it is answered. */
final class PollingGuest implements Guest, HttpAnswer.Parts {

  private static final Pattern COOKIE =
      Pattern.compile("\r\nset-cookie: ([^;\r]+)", Pattern.CASE_INSENSITIVE);

  private final Place place;
  private final Scan scan;
  private final HttpAnswer answer = new HttpAnswer(this);
  private final Talk talk = new Talk("long-polling");
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private String cookies = "";

  PollingGuest(Place place, Scan scan) {
    this.place = place;
    this.scan = scan;
  }

  @Override
  public void begin() {
    post(talk.first());
  }

  private void post(String json) {
    place.send("POST /cometd HTTP/1.1\r\nHost: localhost\r\n"
        + "Content-Type: application/json;charset=UTF-8\r\n" + cookies + "Content-Length: "
        + json.length() + "\r\n\r\n" + json);
  }

  @Override
  public void take(ByteBuffer bytes) {
    answer.take(bytes);
  }

  /** The server tells browsers apart by a cookie. */
  @Override
  public void head(String head) {
    Matcher found = COOKIE.matcher(head);
    if (found.find()) {
      cookies = "Cookie: " + found.group(1) + "\r\n";
    }
  }

  @Override
  public void body(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    body.write(bytes, 0, bytes.length);
  }

  @Override
  public void end() {
    ByteBuffer message = ByteBuffer.wrap(body.toByteArray());
    body.reset();
    scan.look(message);
    talk.reply(message).ifPresent(this::post);
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
