package io.belfry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

  private static final int LIMIT = 10;

  @Test
  void a_payload_at_the_limit_is_admissible_and_one_byte_more_is_not() {
    assertThatCode(() -> none().requireAdmissible(ofSize(LIMIT))).doesNotThrowAnyException();
    requireFailure(Category.TOO_LARGE, () -> none().requireAdmissible(ofSize(LIMIT + 1)));
  }

  @Test
  void a_wish_that_is_not_declared_is_refused() {
    requireFailure(
        Category.REFUSED,
        () -> none().requireAdmissible(ofSize(1).withExpiry(Duration.ofSeconds(1))));
    requireFailure(Category.REFUSED, () -> none().requireAdmissible(ofSize(1).withPriority(4)));
  }

  @Test
  void a_wish_that_is_declared_is_admissible() {
    Message message = ofSize(1).withExpiry(Duration.ofSeconds(1)).withPriority(9);
    assertThatCode(() -> only(Capability.EXPIRY, Capability.PRIORITY).requireAdmissible(message))
        .doesNotThrowAnyException();
    requireFailure(Category.REFUSED, () -> only(Capability.EXPIRY).requireAdmissible(message));
  }

  @Test
  void a_subscription_that_needs_what_is_not_declared_is_refused() {
    SubscribeOptions selecting = SubscribeOptions.DEFAULTS.where(Map.of("kind", "alarm"));
    SubscribeOptions shared = SubscribeOptions.DEFAULTS.inGroup(new Address("group"));
    assertThatCode(() -> none().requireAdmissible(SubscribeOptions.DEFAULTS))
        .doesNotThrowAnyException();
    requireFailure(Category.REFUSED, () -> none().requireAdmissible(selecting));
    requireFailure(Category.REFUSED, () -> none().requireAdmissible(shared));
    assertThatCode(() -> only(Capability.SELECTORS).requireAdmissible(selecting))
        .doesNotThrowAnyException();
    assertThatCode(() -> only(Capability.SHARED_SUBSCRIPTIONS).requireAdmissible(shared))
        .doesNotThrowAnyException();
  }

  @Test
  void they_never_change() {
    Set<Capability> features = EnumSet.of(Capability.EXPIRY);
    Capabilities capabilities = only(features.toArray(Capability[]::new));
    features.add(Capability.PRIORITY);
    assertThat(capabilities.has(Capability.PRIORITY)).isFalse();
    assertThatThrownBy(() -> capabilities.features().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Capabilities none() {
    return only();
  }

  private static Capabilities only(Capability... features) {
    return new Capabilities(
        Set.of(features), Acknowledgement.HANDED_OFF, Acknowledgement.HANDED_OFF, LIMIT);
  }

  private static Message ofSize(int size) {
    return Message.of(Payload.copyOf(new byte[size]));
  }

  private static void requireFailure(Category category, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.category()).isEqualTo(category))
        .hasMessageEndingWith(".");
  }
}
