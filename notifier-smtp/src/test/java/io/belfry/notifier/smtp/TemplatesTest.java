package io.belfry.notifier.smtp;

import static io.belfry.notifier.Outcome.Kind.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.notifier.Notifier;
import io.belfry.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates of one's own. */
class TemplatesTest {

  @TempDir
  Path directory;

  @Test
  void one_file_replaces_one_that_came_along() throws Exception {
    write("en/changes.txt", "All new: {{#changes}}{{{text}}}{{/changes}}");
    assertThat(mail("en")).contains("All new: up").contains("<!DOCTYPE html>");
    assertThat(mail("ko")).doesNotContain("All new");
  }

  @Test
  void a_language_can_be_added_and_serves_its_dialects() throws Exception {
    for (String kind : new String[] {"changes", "confirmation"}) {
      write("pt/" + kind + ".subject", "Novidades");
      write("pt/" + kind + ".txt", "Olá");
      write("pt/" + kind + ".html", "<p>Olá</p>");
    }
    assertThat(mail("pt-BR")).contains("Subject: Novidades");
    assertThat(mail("fr")).contains("Subject: finance.stock");
  }

  @ParameterizedTest
  @CsvSource({
    "en/changes.txt, {{#changes}}, en",
    "en/changes.txt, {{no_such_name}}, no_such_name",
    "en/change.txt, hello, change.txt",
    "fr/changes.txt, bonjour, 'fr'",
  })
  void what_is_wrong_is_told_at_the_start(String file, String source, String told)
      throws Exception {
    write(file, source);
    assertThatThrownBy(this::open).isInstanceOf(SettingsException.class).hasMessageContaining(told);
  }

  @Test
  void a_directory_that_is_none_is_told_at_the_start() {
    assertThatThrownBy(
            () -> Notices.open(25, "templates", directory.resolve("none").toString()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("none");
  }

  private String mail(String language) throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        Notifier notifier = Notices.open(server.port(), "templates", directory.toString())) {
      assertThat(Notices.kinds(
              notifier, Notices.notice("n1", language, "finance.stock", "up", "a@example.org")))
          .containsExactly(DELIVERED);
      return server.mails().get(0);
    }
  }

  private void open() {
    Notices.open(25, "templates", directory.toString()).close();
  }

  private void write(String file, String source) throws Exception {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, source);
  }
}
