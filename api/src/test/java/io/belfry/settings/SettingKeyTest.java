package io.belfry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.transport.Overflow;
import org.junit.jupiter.api.Test;

class SettingKeyTest {

  @Test
  void it_tells_what_a_listing_shows() {
    SettingKey<Integer> key = SettingKey.number("threads", 1, 8, 2, "How many threads work.");
    assertThat(key).hasToString("threads");
    assertThat(key.name()).isEqualTo("threads");
    assertThat(key.type()).isEqualTo("a number from 1 to 8");
    assertThat(key.meaning()).isEqualTo("How many threads work.");
    assertThat(key.defaultText()).isEqualTo("2");
    assertThat(key.isSecret()).isFalse();
  }

  @Test
  void a_choice_lists_what_there_is_to_choose_from() {
    SettingKey<Overflow> key =
        SettingKey.choice("overflow", Overflow.DROP_NEWEST, "Which one goes.");
    assertThat(key.type()).isEqualTo("drop-oldest or drop-newest");
    assertThat(key.defaultText()).isEqualTo("drop-newest");
  }

  @Test
  void a_secret_key_is_the_same_but_for_its_secrecy() {
    SettingKey<Integer> key = SettingKey.size("limit", "1KiB", "How much.").asSecret();
    assertThat(key.isSecret()).isTrue();
    assertThat(key.name()).isEqualTo("limit");
    assertThat(key.defaultText()).isEqualTo("1KiB");
  }
}
