package io.belfry.notifier.smtp;

import static io.belfry.notifier.Outcome.Kind.DELIVERED;
import static io.belfry.notifier.Outcome.Kind.UNAVAILABLE;
import static io.belfry.notifier.smtp.Notices.deliver;
import static io.belfry.notifier.smtp.Notices.kinds;
import static io.belfry.notifier.smtp.Notices.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.testbroker.Certificates;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, and logging in. */
@Timeout(60)
class TlsTest {

  /** An address of this machine that stands in no certificate. */
  private static final String OTHER = "127.0.0.3";

  @TempDir
  static Path directory;

  private static Certificates certificates;
  private static SSLContext tls;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = Certificates.madeIn(directory);
    char[] password = Certificates.PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(certificates.serverStore().toFile(), password), password);
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
  }

  @Test
  void starttls_encrypts_before_anything_is_told() throws Exception {
    try (ScriptedServer server = ScriptedServer.startTls(tls).offering("AUTH PLAIN");
        Notifier notifier = trusting(server, "tls", "starttls", "user", "u", "password", "p")) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(DELIVERED);
      assertThat(server.heard("").stream().map(each -> each.line().split("[ :]")[0]))
          .startsWith("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL");
    }
  }

  @Test
  void implicit_tls_encrypts_from_the_first_byte_on() throws Exception {
    try (ScriptedServer server = ScriptedServer.implicitTls(tls);
        Notifier notifier = trusting(server, "tls", "implicit")) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(DELIVERED);
      assertThat(server.heard("STARTTLS")).isEmpty();
    }
  }

  @Test
  void without_the_starttls_that_is_wanted_nothing_is_told() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().offering("AUTH PLAIN");
        Notifier notifier = trusting(server, "tls", "starttls", "user", "u", "password", "p")) {
      Outcome outcome = deliver(notifier, news("one", "a@example.org")).get(0);
      assertThat(outcome.kind()).isEqualTo(UNAVAILABLE);
      assertThat(outcome.reason()).contains("STARTTLS");
      assertThat(server.heard("AUTH")).isEmpty();
      assertThat(server.heard("MAIL")).isEmpty();
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_taken() throws Exception {
    try (ScriptedServer server = ScriptedServer.startTls(tls);
        Notifier notifier = Notices.open(server.port(), "tls", "starttls")) {
      Outcome outcome = deliver(notifier, news("one", "a@example.org")).get(0);
      assertThat(outcome.kind()).isEqualTo(UNAVAILABLE);
      assertThat(outcome.reason()).contains("certification path");
      assertThat(server.heard("MAIL")).isEmpty();
    }
  }

  @Test
  void a_certificate_for_another_host_is_not_taken_unless_told_so() throws Exception {
    for (String how : new String[] {"starttls", "implicit"}) {
      try (ScriptedServer server = how.equals("starttls")
              ? ScriptedServer.startTls(OTHER, tls)
              : ScriptedServer.implicitTls(OTHER, tls);
          Notifier strict = trusting(server, "tls", how, "host", OTHER);
          Notifier lenient = trusting(server, "tls", how, "host", OTHER, "verify-host", "false")) {
        assertThat(kinds(strict, news("one", "a@example.org"))).containsExactly(UNAVAILABLE);
        assertThat(server.heard("MAIL")).isEmpty();
        assertThat(kinds(lenient, news("one", "a@example.org"))).containsExactly(DELIVERED);
      }
    }
  }

  @Test
  void a_refused_password_makes_everything_unavailable_and_is_not_shown() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start().offering("AUTH PLAIN").always("AUTH", "535 wrong");
        Notifier notifier = Notices.open(server.port(), "user", "u", "password", "hush-hush")) {
      Outcome outcome = deliver(notifier, news("one", "a@example.org")).get(0);
      assertThat(outcome.kind()).isEqualTo(UNAVAILABLE);
      assertThat(outcome.reason()).contains("log in", "535").doesNotContain("hush-hush");
      assertThat(server.heard("MAIL")).isEmpty();
    }
  }

  @Test
  void a_server_that_offers_no_login_is_not_used_without() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        Notifier notifier = Notices.open(server.port(), "user", "u", "password", "p")) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(UNAVAILABLE);
      assertThat(server.heard("MAIL")).isEmpty();
    }
  }

  private static Notifier trusting(ScriptedServer server, String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(more, 0, all, 4, more.length);
    all[0] = "trust-store";
    all[1] = certificates.trustStore().toString();
    all[2] = "trust-store-password";
    all[3] = Certificates.PASSWORD;
    return Notices.open(server.port(), all);
  }
}
