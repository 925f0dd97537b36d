package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the watch looks. */
class WatchTest {

  private static final Duration MOMENT = Duration.ofMillis(15);
  private static final int ENOUGH = 20;

  private final Watch watch = new Watch("watch-test");
  private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    watch.close();
    await()
        .until(() -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("watch-test")));
  }

  @Test
  void what_takes_a_moment_is_never_seen_twice_however_often_the_watch_is_woken() {
    watch.add(new Busy());

    await().until(() -> {
      watch.wake();
      watch.wake();
      return pauses.size() >= ENOUGH;
    });

    assertThat(pauses).allSatisfy(pause -> assertThat(pause).isGreaterThan(MOMENT));
  }

  /**
   * At work every now and then; takes down for how long it was at work from one look to the next.
   */
  private final class Busy implements Watch.Watched {

    private boolean wasAtWork;
    private long seenAt;

    @Override
    public boolean look() {
      boolean isAtWork = ThreadLocalRandom.current().nextBoolean();
      long now = System.nanoTime();
      if (wasAtWork && isAtWork) {
        pauses.add(Duration.ofNanos(now - seenAt));
      }
      wasAtWork = isAtWork;
      seenAt = now;
      return isAtWork;
    }
  }
}
