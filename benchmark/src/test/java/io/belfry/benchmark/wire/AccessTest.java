package io.belfry.benchmark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

  @ParameterizedTest
  @CsvSource({
    "tcp://host:1883, tcp://host:1883",
    "tcp://me:secret@host:1883, tcp://***@host:1883",
    "tcp://host:1?password=secret, tcp://host:1",
    "'(tcp://a:secret@h:1?x=secret,tcp://b:secret@i:2)?y=secret', '(tcp://***@h:1,tcp://***@i:2)'",
    "tcp://host:1;password=secret, tcp://host:1",
    "tcp://me:se@cret@host:1, tcp://***@host:1",
  })
  void a_url_is_shown_without_what_could_be_a_secret(String url, String shown) {
    assertThat(access(url).shownUrl()).isEqualTo(shown);
  }

  @Test
  void a_password_is_never_shown() {
    assertThat(access("tcp://host:1")).hasToString("tcp://host:1 as me");
  }

  private static Access access(String url) {
    return new Access(url, Optional.of("me"), Optional.of("secret"));
  }
}
