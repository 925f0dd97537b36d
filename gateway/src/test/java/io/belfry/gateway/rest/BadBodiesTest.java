package io.belfry.gateway.rest;

import static io.belfry.gateway.rest.Refused.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent badly, or with bad intent. */
class BadBodiesTest {

  private static Running running;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    running = Running.open(directory);
    running.post("/topics", "{\"topic\":\"known\"}");
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/topics | {\"topic\":\"a\",\"mdoe\":\"append\"} | did you mean 'mode'?",
        "/topics | {\"topic\":\"a\" | from '{' to '}'",
        "/topics | [] | from '{' to '}'",
        "/topics | topic=a | from '{' to '}'",
        "/topics | {\"topic\":} | This is not the JSON that is understood here",
        "/topics | {\"topic\":\"a\"}} | there is a fault at about character 14",
        "/topics | {\"topic\":\"a\",\"topic\":\"b\"} | stands twice",
        "/topics | {\"topic\":\"a\",\"op\":\"status\"} | stands twice",
        "/topics | {\"v\":2} | stands twice",
        "/topics | {} | The field 'topic' is missing.",
        "/topics | {\"topic\":null} | must be a text, not null",
        "/topics | {\"topic\":\"a\\u0000\"} | contains U+0000",
        "/topics | {\"topic\":\"a\",\"description\":\"\\ud800\"} | half a character",
        "/topics | {\"topic\":\"belfry.x\"} | reserved",
        "/subscriptions | {\"filter\":\"known\"} | The field 'subscriber' is missing.",
        "/subscriptions | {\"registration\":{}} | is not known here",
        "/subscriptions | {\"fence\":1},\"op\":\"status\",\"x\":{} | stands twice",
        "/subscriptions/position | {\"cursor\":\"x\"} | missing",
        "/fences | {\"x\":1} | The field 'x' is not known here; leave it out.",
        "/mailboxes/1/steerings | {\"id\":2,\"steering\":\"drop\"} | stands twice",
        "/mailboxes/one/steerings | {\"steering\":\"drop\"} | must be a whole number",
        "/mailboxes/1/steerings | {\"steering\":\"kick\"} | 'remove'",
        "/emails | {\"filter\":\"#\",\"address\":\"nobody\"} | NAME@DOMAIN",
        "/session | {\"tokn\":\"x\"} | {\"token\":\"...\"}",
        "/session | {\"token\":7} | {\"token\":\"...\"}",
        "/session | { | {\"token\":\"...\"}",
        "/session | {\"token\":\"\"} | The token is empty.",
      })
  void a_bad_body_is_refused_in_one_sentence(String path, String body, String sentence)
      throws Exception {
    assertRefused(running.post(path, body), 400, "BAD_REQUEST", sentence);
  }

  @Test
  void bytes_that_are_no_text_are_no_json() throws Exception {
    HttpResponse<byte[]> refused =
        running.sendBytes("POST", "/topics", "{\"topic\":\"caf\u00e9\"}".getBytes(ISO_8859_1));

    assertThat(new String(refused.body(), US_ASCII)).contains("not well-formed UTF-8");
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain\u00e9", "x"})
  void a_strange_type_harms_nobody(String type) throws Exception {
    assertThat(running.talk(
            "POST", "/topics/known", "Content-Type: " + type + "\r\nContent-Length: 1\r\n\r\n1"))
        .matches("(?s)HTTP/1.1 (200|400) .*");
    assertThat(running.get("/topics/known/snapshot").statusCode()).isEqualTo(200);
  }

  @Test
  void a_key_that_is_too_long_is_refused() throws Exception {
    assertRefused(
        running.post("/topics/known", "x", "Idempotency-Key", "k".repeat(201)),
        400,
        "BAD_REQUEST",
        "at most 200");
  }

  @Test
  void an_encoded_body_is_refused() throws Exception {
    assertRefused(
        running.post("/topics/known", "x", "Content-Encoding", "gzip"),
        415,
        "UNSUPPORTED_ENCODING",
        "leave out Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(ints = {783_361, 3_000_000})
  void a_huge_content_is_refused(int size) throws Exception {
    assertRefused(
        running.post("/topics/known", "x".repeat(size)), 413, "TOO_LARGE", "783360 bytes");
  }

  @Test
  void an_endless_content_is_not_even_read() throws Exception {
    assertRefused(
        running.talk("POST", "/topics/known", "Content-Length: 99999999999\r\n\r\n"),
        413,
        "TOO_LARGE",
        "783360 bytes");
  }

  @Test
  void a_large_content_comes_back() throws Exception {
    String largest = "\n".repeat(256 * 1024);
    running.post("/topics", "{\"topic\":\"large\"}");

    assertThat(running.post("/topics/large", largest).statusCode()).isEqualTo(200);
    assertThat(running.get("/topics/large/snapshot").body()).isEqualTo(largest);
  }

  @Test
  void a_huge_body_is_refused() throws Exception {
    String description = "x".repeat(1 << 20);

    assertRefused(
        running.post("/topics", "{\"topic\":\"a\",\"description\":\"" + description + "\"}"),
        413,
        "TOO_LARGE",
        "1048576 bytes");
  }

  @Test
  void a_body_that_breaks_off_is_refused() throws Exception {
    assertThat(running.talk("POST", "/topics", "Transfer-Encoding: chunked\r\n\r\nzz\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json");
  }
}
