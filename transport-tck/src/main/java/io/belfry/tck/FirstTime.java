package io.belfry.tck;

import io.belfry.message.Message;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fails at the first sight of one text, so that what is delivered again gets done. */
final class FirstTime implements Collector.Deed {

  private final String text;
  private final AtomicBoolean seen = new AtomicBoolean();

  private FirstTime(String text) {
    this.text = text;
  }

  static FirstTime failsAt(String text) {
    return new FirstTime(text);
  }

  @Override
  public void on(Message message) {
    if (message.payload().text().equals(text) && seen.compareAndSet(false, true)) {
      throw new IllegalStateException("as the test wants it");
    }
  }
}
