package io.belfry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The value of a secret setting is seen by nobody but the provider. */
class SecretsTest {

  private static final String VALUE = "hunter2";

  static List<SettingKey<?>> kinds() {
    return List.of(
        SettingKey.number("secret", 1, 8, 2, "A number.").asSecret(),
        SettingKey.flag("secret", true, "A flag.").asSecret(),
        SettingKey.duration("secret", "2s", "A time.").asSecret(),
        SettingKey.size("secret", "1MiB", "A size.").asSecret(),
        SettingKey.choice("secret", Thread.State.NEW, "A choice.").asSecret());
  }

  @Test
  void no_text_form_shows_it() {
    Settings settings = read(SettingKey.text("secret", "", "A text.").asSecret(), "secret");
    assertThat(settings.shown()).containsEntry("secret", "***");
    assertThat(settings).hasToString("{secret=***}");
  }

  @Test
  void whoever_has_the_key_gets_it() {
    SettingKey<String> key = SettingKey.text("secret", "", "A text.").asSecret();
    assertThat(read(key, "secret").get(key)).isEqualTo(VALUE);
    assertThat(key.isSecret()).isTrue();
  }

  @Test
  void one_that_is_absent_is_seen_to_be_absent() {
    Settings settings = Settings.of(
        "me", List.of(SettingKey.optionalText("secret", "A text.").asSecret()), Map.of());
    assertThat(settings.shown()).containsEntry("secret", "");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void no_refusal_shows_it(SettingKey<?> key) {
    assertThatThrownBy(() -> read(key, "secret"))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith("but is '***'.")
        .hasNoCause();
  }

  @Test
  void a_misspelt_key_does_not_give_its_value_away() {
    assertThatThrownBy(() -> read(SettingKey.text("secret", "", "A text.").asSecret(), "sercet"))
        .message()
        .contains("'secret'")
        .doesNotContain(VALUE);
  }

  private static Settings read(SettingKey<?> key, String name) {
    return Settings.of("me", List.of(key), Map.of(name, VALUE));
  }
}
