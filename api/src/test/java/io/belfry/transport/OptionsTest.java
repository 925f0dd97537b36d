package io.belfry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Address;
import io.belfry.transport.TransportException.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void a_subscription_keeps_what_is_newest_unless_told_otherwise() {
    assertThat(SubscribeOptions.DEFAULTS)
        .isEqualTo(new SubscribeOptions(
            10_000, Overflow.DROP_OLDEST, Optional.empty(), Map.of(), Opener.NONE));
  }

  @Test
  void each_option_changes_alone() {
    Opener nothing = arrived -> List.of();
    SubscribeOptions options = SubscribeOptions.DEFAULTS
        .where(Map.of("kind", "alarm"))
        .opening(nothing)
        .inGroup(new Address("group"))
        .withQueue(1, Overflow.DROP_NEWEST);
    assertThat(options)
        .isEqualTo(new SubscribeOptions(
            1,
            Overflow.DROP_NEWEST,
            Optional.of(new Address("group")),
            Map.of("kind", "alarm"),
            nothing));
  }

  @Test
  void a_selector_does_not_follow_its_source() {
    Map<String, String> headers = new HashMap<>(Map.of("kind", "alarm"));
    SubscribeOptions options = SubscribeOptions.DEFAULTS.where(headers);
    headers.clear();
    assertThat(options.selector()).containsEntry("kind", "alarm");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_queue_and_a_worker_hold_one_message_at_least(int bound) {
    assertThatThrownBy(() -> SubscribeOptions.DEFAULTS.withQueue(bound, Overflow.DROP_OLDEST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PullOptions(bound)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void only_up_is_healthy(Health.State state) {
    assertThat(new Health(state, "So it is.").isHealthy()).isEqualTo(state == Health.State.UP);
  }

  @Test
  void a_failure_can_be_the_outcome_of_a_send() {
    TransportException failure =
        new TransportException(Category.CLOSED, "It is closed.", new Error("why"));
    assertThat(failure.asStage().toCompletableFuture())
        .isCompletedExceptionally()
        .failsWithin(java.time.Duration.ZERO)
        .withThrowableThat()
        .withCause(failure);
    assertThat(failure.category()).isEqualTo(Category.CLOSED);
    assertThat(failure.getCause()).hasMessage("why");
  }
}
