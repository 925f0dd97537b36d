package io.belfry.server.beds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A time that stands until a test moves it. */
public final class SetTime implements InstantSource {

  private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
