package io.belfry.gateway.rest;

import static io.belfry.gateway.rest.Refused.assertRefused;
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

/** What is where, and what is done there. */
class PathsTest {

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
        "/topcs         | There is no /api/v1/topcs; did you mean /api/v1/topics?",
        "/nowhere/at/all | there are /topics, ",
        "/topics/        | did you mean /api/v1/topics?",
        "''              | there are /topics, ",
        "/               | there are /topics, ",
        "/topics/a/b/c   | There is no /api/v1/topics/a/b/c",
      })
  void what_is_not_there_is_told_with_what_is(String path, String sentence) throws Exception {
    assertRefused(running.get(path), 404, "NOT_FOUND", sentence);
  }

  @Test
  void a_topic_that_is_not_there_is_not_found() throws Exception {
    assertRefused(running.get("/topics/nobody"), 404, "UNKNOWN_TOPIC", "create it");
    assertRefused(running.get("/topics/nobody/snapshot"), 404, "UNKNOWN_TOPIC", "nobody");
    assertRefused(running.post("/topics/nobody", "x"), 404, "UNKNOWN_TOPIC", "nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /topics, 'GET, HEAD, OPTIONS, POST'",
    "PATCH, /topics/known, 'GET, HEAD, OPTIONS, POST'",
    "POST, /status, 'GET, HEAD, OPTIONS'",
    "GET, /fences, 'OPTIONS, POST'",
    "DELETE, /topics/known/snapshot, 'GET, HEAD, OPTIONS'",
    "GET, /subscriptions, 'DELETE, OPTIONS, POST'",
    "HEAD, /emails, 'OPTIONS, POST'",
    "BREW, /session, 'DELETE, GET, HEAD, OPTIONS, POST'",
  })
  void another_method_is_refused_with_those_that_are_taken(
      String method, String path, String allowed) throws Exception {
    HttpResponse<String> refused = running.send(method, path, "");
    HttpResponse<String> options = running.send("OPTIONS", path, "");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains(allowed);
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/topics", "/status", "/topics/known", "/openapi.json"})
  void the_headers_can_be_had_alone(String path) throws Exception {
    HttpResponse<String> head = running.send("HEAD", path, "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void without_a_mailbox_there_are_no_letters() throws Exception {
    assertRefused(running.get("/letters"), 404, "NO_MAILBOX", "a real mail server");
  }

  @Test
  void what_is_not_of_the_api_is_for_others() throws Exception {
    assertThat(running.talk("GET", "0/topics", "\r\n"))
        .startsWith("HTTP/1.1 404 ")
        .contains("begin at /");
  }
}
