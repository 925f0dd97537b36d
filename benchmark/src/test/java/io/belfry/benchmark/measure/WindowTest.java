package io.belfry.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.OneWay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final int SIZE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Audience two = audience(false);

  @Test
  void so_many_messages_may_be_under_way() {
    Window window = new Window(two, 3);
    window.await(0);
    window.await(2);
    assertThatThrownBy(() -> window.await(3))
        .isInstanceOf(BreakdownException.class)
        .hasMessage("Of 3 messages, 3 do not arrive; the broker has lost them, or no longer"
            + " delivers.");
  }

  @Test
  void the_slowest_of_all_opens_it() throws Exception {
    Window window = new Window(two, 3);
    two.received(0, 0, SIZE);
    CompletableFuture<Void> sent =
        CompletableFuture.runAsync(() -> window.await(3), task -> new Thread(task).start());
    two.received(0, 1, SIZE);
    assertThat(two.heardByAll()).isZero();
    assertThat(sent).isNotDone();
    two.received(1, 0, SIZE);
    await().atMost(PATIENCE).until(sent::isDone);
    sent.get();
  }

  @Test
  void where_each_message_goes_to_one_all_of_them_count_together() {
    Audience workers = audience(true);
    workers.received(0, 0, SIZE);
    workers.received(1, 1, SIZE);
    assertThat(workers.heardByAll()).isEqualTo(2);
    new Window(workers, 3).await(4);
  }

  @Test
  void a_sender_that_nobody_holds_up_never_runs_ahead_of_it() {
    Plan plan = new Plan(0, 50_000_000, 1_000, SIZE, 10);
    Silent silent = new Silent();
    assertThatThrownBy(() -> FullRate.measure(receiver -> silent, 1, false, plan))
        .isInstanceOf(BreakdownException.class);
    assertThat(silent.sent).isEqualTo(10);
  }

  /** A broker that takes everything and delivers nothing. */
  private static final class Silent implements OneWay {

    private volatile int sent;

    @Override
    public void send(byte[] payload) {
      sent = sent + 1;
    }

    @Override
    public void close() {}
  }

  private static Audience audience(boolean isShared) {
    return new Audience(
        List.of(new Ear(SIZE, 2, sequence -> {}), new Ear(SIZE, 2, sequence -> {})), isShared);
  }
}
