package io.belfry.launcher.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a record is written. */
class LoggingTest {

  private static final String LONG = "do not tell anybody";
  private static final String SHORT = "hush";
  private static final String ODD = "quo\"ted\\and\nbroken";
  private static final String VICIOUS = "a\nb\r\u001b[2J\u0000\t\"\\ \u2028 \ud83d\udd14 \ud800";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void a_text_is_one_line_for_a_person() {
    log(Form.TEXT, logged(Level.WARNING, "The store is away"));
    assertThat(written())
        .isEqualTo("2025-01-02T03:04:05.678Z WARNING StoreWatch: The store is away\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          tcp://quasimodo:emmanuel@host:1883/x | tcp://quasimodo:***@host:1883/x
          jdbc:postgresql://db/b?user=q&password=emmanuel&ssl=true | jdbc:postgresql://db/b?user=q&password=***&ssl=true
          jdbc:postgresql://db/b?sslpassword=emmanuel | jdbc:postgresql://db/b?sslpassword=***
          http://127.0.0.1:7781/health/live | http://127.0.0.1:7781/health/live
          mail quasimodo@example.org at 10:30 | mail quasimodo@example.org at 10:30
          """)
  void a_password_in_a_url_is_hidden(String text, String shown) {
    assertThat(Masks.OF_URLS.masked(text)).isEqualTo(shown);
  }

  @Test
  void the_trace_stands_below_set_in() {
    LogRecord logged = logged(Level.SEVERE, "A fault");
    logged.setThrown(new IllegalStateException("no\n2025-01-02T03:04:05.678Z INFO Forged: line"));
    log(Form.TEXT, logged);
    assertThat(written().lines().skip(1))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.startsWith("    "));
    assertThat(written()).contains("IllegalStateException: no", "at io.belfry.launcher.logging");
  }

  @Test
  void no_message_makes_a_line_of_its_own() {
    log(Form.TEXT, logged(Level.INFO, VICIOUS));
    assertThat(written()).hasLineCount(1).contains("a\\nb\\u000d\\u001b[2J\\u0000");
  }

  @Test
  void json_is_an_object_a_line_whatever_is_logged() throws IOException {
    LogRecord logged = logged(Level.FINE, VICIOUS);
    logged.setThrown(new IllegalStateException(VICIOUS));
    log(Form.JSON, logged);
    log(Form.JSON, logged(Level.INFO, "all is well"));
    List<String> lines = written().lines().toList();
    assertThat(lines).hasSize(2);
    Map<String, Object> first = JSON.std.mapFrom(lines.get(0));
    assertThat(first)
        .containsEntry("at", "2025-01-02T03:04:05.678Z")
        .containsEntry("level", "debug")
        .containsEntry("logger", "io.belfry.server.StoreWatch")
        .containsEntry("thread", Thread.currentThread().getName());
    assertThat(first.get("message").toString()).startsWith("a\nb\r\u001b[2J\u0000\t\"\\");
    assertThat(first.get("error").toString()).contains("IllegalStateException: a\nb");
    assertThat(JSON.std.mapFrom(lines.get(1))).doesNotContainKey("error");
  }

  @Test
  void parameters_are_filled_in() {
    LogRecord logged = logged(Level.INFO, "{0} of {1}");
    logged.setParameters(new Object[] {"one", "two"});
    log(Form.TEXT, logged);
    assertThat(written()).endsWith(": one of two\n");
  }

  @Test
  void secrets_are_hidden_in_messages_and_traces_whatever_they_hold() throws IOException {
    for (Form form : Form.values()) {
      for (String secret : List.of(LONG, SHORT, ODD)) {
        out.reset();
        LogRecord logged = logged(Level.INFO, "Nobody gets in with {0}");
        logged.setParameters(new Object[] {secret});
        logged.setThrown(new IllegalStateException("by " + secret, new IOException(secret)));
        log(form, logged);
        assertThat(written())
            .contains("with ***", "by ***")
            .doesNotContain(secret, "broken", "anybody");
      }
    }
  }

  @Test
  void what_is_too_short_to_hide_is_left() {
    log(Form.TEXT, logged(Level.INFO, "abc is no secret worth its name, but hushed is"));
    assertThat(written()).contains("abc is no", "but ***ed is");
  }

  private void log(Form form, LogRecord logged) {
    Masks masks = new Masks(List.of("abc", SHORT, LONG, ODD, LONG + "!"));
    new Logging.LineHandler(form, masks, new PrintStream(out)).publish(logged);
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static LogRecord logged(Level level, String message) {
    LogRecord logged = new LogRecord(level, message);
    logged.setLoggerName("io.belfry.server.StoreWatch");
    logged.setInstant(Instant.parse("2025-01-02T03:04:05.678Z"));
    return logged;
  }
}
