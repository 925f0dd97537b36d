package io.belfry.gateway.bayeux;

import io.belfry.service.Cursor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cometd.server.ServerMessageImpl;

/** A sheet on its way to one session. */
final class Letter extends ServerMessageImpl {

  private static final long serialVersionUID = 1L;

  private final transient Outbox outbox;
  private final transient Sheet sheet;
  private final boolean isAgain;

  /** How far subscriptions have got once this has arrived, as {@link Outbox} knows. */
  private final transient Map<Subscription, Cursor> places = new HashMap<>(2);

  /** Its place among all of the session, and what has become of it: the outbox writes that. */
  private long number;

  private transient Optional<Object> connection = Optional.empty();
  private boolean isDone;

  Letter(Outbox outbox, Sheet sheet, boolean isAgain) {
    this.outbox = outbox;
    this.sheet = sheet;
    this.isAgain = isAgain;
  }

  Outbox outbox() {
    return outbox;
  }

  /** Whether it can be had from the log again. */
  boolean isAgain() {
    return isAgain;
  }

  Map<Subscription, Cursor> places() {
    return places;
  }

  int length() {
    return sheet.json().length();
  }

  long number() {
    return number;
  }

  void number(long place) {
    number = place;
  }

  /** On which connection it is, if it has left the queue. */
  Optional<Object> connection() {
    return connection;
  }

  void take(Object on) {
    connection = Optional.of(on);
  }

  boolean isDone() {
    return isDone;
  }

  void done() {
    isDone = true;
  }

  @Override
  public String getChannel() {
    return sheet.channel();
  }

  @Override
  public String getJSON() {
    return sheet.json();
  }

  @Override
  public byte[] getJSONBytes() {
    return sheet.bytes();
  }

  @Override
  protected boolean isFrozen() {
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
