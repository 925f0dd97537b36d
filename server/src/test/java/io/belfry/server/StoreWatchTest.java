package io.belfry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is known of a store. */
class StoreWatchTest {

  private final AtomicLong now = new AtomicLong();
  private String failure = "";
  private final StoreWatch watch = new StoreWatch(this::write, now::get);

  @Test
  void nothing_is_known_before_it_has_looked() {
    assertThat(watch.health().state()).isEqualTo(State.UNKNOWN);
    assertThat(watch.health().isHealthy()).isFalse();
  }

  @Test
  void what_has_answered_lately_is_up() {
    watch.look();
    now.addAndGet(StoreWatch.STALE.toNanos());
    assertThat(watch.health().isHealthy()).isTrue();
    now.incrementAndGet();
    assertThat(watch.health().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void a_failure_is_thrown_on_and_remembered_until_it_is_over() {
    watch.look();
    failure = "jdbc:sqlite:secret is locked";
    assertThatThrownBy(watch::look).hasMessage(failure);
    Health ill = watch.health();
    assertThat(ill.state()).isEqualTo(State.DOWN);
    assertThat(ill.detail()).doesNotContain("secret");
    failure = "";
    watch.look();
    assertThat(watch.health().isHealthy()).isTrue();
  }

  private void write() {
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
  }
}
