package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a broker may be asked to be. */
class BrokerConfigTest {

  private static final BrokerUser ANNA = new BrokerUser("anna", "a-secret", Set.of("all"));
  private static final Permission ALL = Permission.all("all", "#");

  @Test
  void the_defaults_are_on_the_loopback_and_in_memory() {
    assertThat(BrokerConfig.DEFAULTS.host()).isEqualTo("127.0.0.1");
    assertThat(BrokerConfig.DEFAULTS.ports()).isEqualTo(new BrokerPorts(7716, 7717, 7718));
    assertThat(BrokerConfig.DEFAULTS.directory()).isEmpty();
    assertThat(BrokerConfig.DEFAULTS.users()).isEmpty();
  }

  @Test
  void a_password_is_not_shown() {
    assertThat(BrokerConfig.DEFAULTS.withUsers(List.of(ANNA), List.of(ALL)).toString())
        .contains("anna")
        .doesNotContain("a-secret");
  }

  @Test
  void with_users_it_may_listen_anywhere() {
    BrokerConfig config =
        BrokerConfig.DEFAULTS.withUsers(List.of(ANNA), List.of(ALL)).withHost("0.0.0.0");
    assertThat(config.host()).isEqualTo("0.0.0.0");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("users", () -> BrokerConfig.DEFAULTS.withHost("0.0.0.0")),
        mistake(
            "two users 'anna'",
            () -> BrokerConfig.DEFAULTS.withUsers(List.of(ANNA, ANNA), List.of(ALL))),
        mistake("the role 'all'", () -> BrokerConfig.DEFAULTS.withUsers(List.of(ANNA), List.of())),
        mistake("name", () -> new BrokerUser(" ", "x", Set.of())),
        mistake("password", () -> new BrokerUser("anna", "", Set.of())),
        mistake("memory", () -> BrokerConfig.DEFAULTS.withMaxMemory(0)),
        mistake("packets", () -> BrokerConfig.DEFAULTS.withMaxPacket(-1)),
        mistake("65536", () -> new BrokerPorts(0, 0, 65_536)),
        mistake("three different ports", () -> new BrokerPorts(7716, 7716, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_refused_in_a_sentence(String named, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(named)
        .hasMessageMatching("['\\p{Lu}][^\\n]*[.]");
  }

  private static Arguments mistake(String named, ThrowingCallable making) {
    return Arguments.of(named, making);
  }
}
