package io.belfry.server.delivery;

import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A notifier with which the process dies: nothing is closed, and nothing said any more. */
public final class DyingNotifier implements Notifier {

  /** At which step of a mail. */
  public enum Moment {
    BEFORE_SENDING,
    BETWEEN_250_AND_COMMIT,
    AFTER_COMMIT
  }

  private final Notifier real;
  private final int enough;
  private final Moment moment;
  private final AtomicInteger count = new AtomicInteger();

  /** With one that delivers until then, and after how many mails it is. */
  public DyingNotifier(Notifier real, int enough, Moment moment) {
    this.real = real;
    this.enough = enough;
    this.moment = moment;
  }

  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public CompletionStage<List<Outcome>> deliver(Notice notice) {
    int number = count.incrementAndGet();
    // With one under way, the next is begun when the one before it has been written down.
    if ((number == enough && moment == Moment.BEFORE_SENDING)
        || (number == enough + 1 && moment == Moment.AFTER_COMMIT)) {
      die();
    }
    return real.deliver(notice).thenApply(outcomes -> {
      if (number == enough && moment == Moment.BETWEEN_250_AND_COMMIT) {
        die();
      }
      return outcomes;
    });
  }

  @Override
  public void close() {
    real.close();
  }

  private static void die() {
    Runtime.getRuntime().halt(9);
  }
}
