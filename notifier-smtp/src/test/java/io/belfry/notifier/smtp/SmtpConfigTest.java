package io.belfry.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.notifier.NotifierProvider;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be set, and what can't. */
class SmtpConfigTest {

  @Test
  void it_is_found_by_its_name() {
    assertThat(ServiceLoader.load(NotifierProvider.class))
        .extracting(NotifierProvider::name)
        .containsExactly("smtp");
  }

  @ParameterizedTest
  @CsvSource({
    "tls, none, in the clear",
    "from, nobody, 'from'",
    "from, 'a@example.org, b@example.org', 'from'",
    "reply-to, <>, 'reply-to'",
    "unsubscribe-to, x, 'unsubscribe-to'",
    "web, ftp://example.org, 'web'",
    "web, https://example.org?x=y, 'web'",
    "zone, Middle/Earth, 'zone'",
    "user, u, 'password'",
    "password, hush-hush, 'user'",
    "deadline, 0s, above zero",
    "trust-store, /no/such/file, 'trust-store'",
    "trust-store-password, hush-hush, 'trust-store'",
  })
  void what_can_not_work_is_told_in_one_sentence(String key, String value, String told) {
    assertThatThrownBy(() -> from(Map.of("host", "mail.example.org", key, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(told)
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("hush-hush");
  }

  @Test
  void a_mail_may_be_plain_on_the_loopback_alone() {
    assertThat(from(Map.of("host", "127.0.0.1")).mayBePlain()).isTrue();
    assertThat(from(Map.of("host", "127.0.0.1", "tls", "starttls")).mayBePlain())
        .isFalse();
    assertThat(from(Map.of("host", "mail.example.org")).mayBePlain()).isFalse();
  }

  @Test
  void a_password_is_never_shown() {
    assertThat(from(Map.of("user", "u", "password", "hush-hush")).toString())
        .doesNotContain("hush-hush");
  }

  private static SmtpConfig from(Map<String, String> written) {
    return SmtpConfig.from(Settings.of("smtp", SmtpConfig.KEYS, written));
  }
}
