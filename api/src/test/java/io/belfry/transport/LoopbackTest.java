package io.belfry.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads nowhere but to this machine, and what only looks as if. */
class LoopbackTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.1.1",
        "127.255.255.254",
        "localhost",
        "LOCALHOST",
        "::1",
        "[::1]",
        "0:0:0:0:0:0:0:1",
        "[0000::0001]",
        "::ffff:127.0.0.1"
      })
  void these_are(String host) {
    assertThat(Loopback.holds(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "0.0.0.0",
        "0",
        "::",
        "[::]",
        "192.0.2.1",
        "10.0.0.1",
        "169.254.0.1",
        "fe80::1",
        "::ffff:192.0.2.1",
        "::ffff:0.0.0.0",
        // Some read these as the loopback, and some do not.
        "127.1",
        "127",
        "2130706433",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "127.0.0.01",
        "127.0.0.256",
        "127.0.0.1.",
        " 127.0.0.1",
        "127.0.0.1\n",
        "127.0.0.1:80",
        "１２７.0.0.1",
        // Names that somebody else gives away.
        "127.0.0.1.example.org",
        "localhost.",
        "localhost.example.org",
        "xlocalhost",
        "belfry.localhost",
        "no-such-host.invalid",
        "[127.0.0.1]",
        "[localhost]",
        "[::1",
        "::1]",
        "[[::1]]",
        "[::1%lo]",
        "::g"
      })
  void these_are_not(String host) {
    assertThat(Loopback.holds(host)).isFalse();
  }
}
