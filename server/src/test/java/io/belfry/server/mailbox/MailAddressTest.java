package io.belfry.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address of a mailbox. */
class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "quasimodo@example.org, quasimodo@example.org",
    "Quasi.Modo+bells@Example.ORG, Quasi.Modo+bells@example.org",
    "o'brien@example.org, o'brien@example.org",
    "me@localhost, me@localhost",
    "유저@예시.한국, 유저@예시.한국",
    "a@b-c.d1, a@b-c.d1"
  })
  void these_are_and_are_written_in_one_way(String written, String text) {
    assertThat(MailAddress.parse(written)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"e\u0301@example.org", "\u00e9@example.org"})
  void what_looks_the_same_is_the_same(String written) {
    assertThat(MailAddress.parse(written)).hasToString("\u00e9@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "quasimodo",
        "@example.org",
        "quasimodo@",
        "a@b@c",
        "a b@example.org",
        "a@exam ple.org",
        " a@example.org",
        "a@example.org ",
        "a@example.org\n",
        "a@example.org\r\nBcc: b@example.org",
        "a\r\nBcc:b@example.org",
        "<a@example.org>",
        "A <a@example.org>",
        "a@example.org,b@example.org",
        "a@example.org;b@example.org",
        "\"a b\"@example.org",
        "a(comment)@example.org",
        "a@[127.0.0.1]",
        "a@example..org",
        "a@.example.org",
        "a@example.org.",
        "a@-example.org",
        "a@example-.org",
        ".a@example.org",
        "a.@example.org",
        "a..b@example.org",
        "a\\b@example.org",
        "a:b@example.org",
        "a\u0000@example.org",
        "a\u202e@example.org",
        "a\u200b@example.org",
        "a\u00a0b@example.org",
        "a@exam_ple.org",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org",
        "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.org"
      })
  void these_are_not(String written) {
    ServiceException refusal =
        catchThrowableOfType(ServiceException.class, () -> MailAddress.parse(written));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(Code.BAD_REQUEST);
  }
}
