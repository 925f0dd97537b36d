package io.belfry.benchmark.gateway;

import io.belfry.benchmark.browser.Crowd;
import io.belfry.benchmark.browser.Mark;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A publisher, a server, and browsers that get all of it. */
final class Bells implements OneWay {

  private final Site site;
  private final Crowd crowd;
  private final LongConsumer onCommitted;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Bells(Site site, Crowd crowd, LongConsumer onCommitted) {
    this.site = site;
    this.crowd = crowd;
    this.onCommitted = onCommitted;
  }

  /**
   * Starts the server; all browsers are there when it returns.
   *
   * @param onCommitted is told the number of each event when it is certain to be kept; where none
   *     is, when it is published
   */
  static Bells open(
      Contestant contestant, int sessions, Receiver receiver, LongConsumer onCommitted) {
    Site site = start(contestant, sessions);
    try {
      Crowd crowd = Crowd.open(contestant.way(), site.port(), sessions, receiver);
      return new Bells(site, crowd, onCommitted);
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  static Site start(Contestant contestant, int sessions) {
    try {
      return contestant.opening().open(sessions);
    } catch (Exception e) {
      throw new BreakdownException(e);
    }
  }

  @Override
  public void send(byte[] payload) {
    crowd.requireAll();
    Throwable before = failure.get();
    if (before != null) {
      throw new BreakdownException(before);
    }
    long sequence = Sequence.of(payload, 0);
    String text = Mark.text(payload);
    if (!site.isDurable()) {
      onCommitted.accept(sequence);
    }
    var unused = site.publish(text).whenComplete((taken, problem) -> {
      if (problem != null) {
        failure.set(problem);
      } else if (site.isDurable()) {
        onCommitted.accept(sequence);
      }
    });
  }

  @Override
  public void close() {
    crowd.close();
    site.close();
  }
}
