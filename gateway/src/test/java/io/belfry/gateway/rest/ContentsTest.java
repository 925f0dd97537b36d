package io.belfry.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published and read as it is. */
class ContentsTest {

  private static Running running;

  @BeforeAll
  static void open(@TempDir Path directory) {
    running = Running.open(directory);
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @Test
  void what_curl_publishes_is_read_back_as_it_is() throws Exception {
    create("plain");

    HttpResponse<String> published = running.post(
        "/topics/plain", "5 °C, 비", "Content-Type", "application/x-www-form-urlencoded");
    HttpResponse<String> content = running.get("/topics/plain/snapshot");

    assertThat(published.statusCode()).isEqualTo(200);
    assertThat(Running.json(published)).containsEntry("seq", 1).containsEntry("isRepeat", false);
    assertThat(content.body()).isEqualTo("5 °C, 비");
    assertThat(header(content, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(header(content, "Belfry-Seq")).isEqualTo("1");
    assertThat(header(content, "Belfry-Epoch"))
        .isEqualTo(Running.json(published).get("epoch"));
  }

  @Test
  void any_bytes_are_a_content() throws Exception {
    create("bytes");
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }

    running.sendBytes("POST", "/topics/bytes", bytes, "Content-Type", "image/png");
    HttpResponse<byte[]> content = running.sendBytes("GET", "/topics/bytes/snapshot", new byte[0]);

    assertThat(Arrays.equals(content.body(), bytes)).isTrue();
    assertThat(content.headers().firstValue("Content-Type")).contains("image/png");
  }

  @Test
  void nothing_is_a_content_too() throws Exception {
    create("empty");

    assertThat(running.get("/topics/empty/snapshot").body()).isEmpty();
    assertThat(running.post("/topics/empty", "").statusCode()).isEqualTo(200);
    HttpResponse<String> content = running.get("/topics/empty/snapshot");
    assertThat(content.body()).isEmpty();
    assertThat(header(content, "Belfry-Seq")).isEqualTo("1");
  }

  @Test
  void a_topic_may_be_korean() throws Exception {
    create("날씨.서울");

    running.post("/topics/%EB%82%A0%EC%94%A8.%EC%84%9C%EC%9A%B8", "맑음");

    assertThat(running
            .get("/topics/%EB%82%A0%EC%94%A8.%EC%84%9C%EC%9A%B8/snapshot")
            .body())
        .isEqualTo("맑음");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/svg+xml", "text/javascript", "application/xhtml+xml"})
  void what_could_run_is_shown_in_a_sandbox(String type) throws Exception {
    String topic = "html." + type.replaceAll("[^a-z]", "-");
    create(topic);
    running.post("/topics/" + topic, "<script>alert(1)</script>", "Content-Type", type);

    HttpResponse<String> content = running.get("/topics/" + topic + "/snapshot");

    assertThat(content.body()).isEqualTo("<script>alert(1)</script>");
    assertThat(content.headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'");
    assertThat(content.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "style", "worker", "serviceworker"})
  void a_page_can_not_take_it_for_a_part_of_itself(String destination) throws Exception {
    create("part-" + destination);

    HttpResponse<String> refused =
        running.get("/topics/part-" + destination + "/snapshot", "Sec-Fetch-Dest", destination);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("never run");
  }

  @Test
  void who_has_it_is_told_that_nothing_has_changed() throws Exception {
    create("tagged");
    running.post("/topics/tagged", "one");
    String tag = header(running.get("/topics/tagged/snapshot"), "ETag");

    HttpResponse<String> same =
        running.get("/topics/tagged/snapshot", "If-None-Match", "\"other\", W/" + tag);
    running.post("/topics/tagged", "two");
    HttpResponse<String> changed = running.get("/topics/tagged/snapshot", "If-None-Match", tag);

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(header(same, "ETag")).isEqualTo(tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo("two");
  }

  @Test
  void who_accepts_json_gets_what_it_is_a_part_of() throws Exception {
    create("wrapped");
    running.post("/topics/wrapped", "<b>", "Content-Type", "text/html");

    HttpResponse<String> wrapped =
        running.get("/topics/wrapped/snapshot", "Accept", "application/json");
    HttpResponse<String> raw =
        running.get("/topics/wrapped/snapshot", "Accept", "text/html, application/json;q=0.5");

    assertThat(Running.json(wrapped)).containsEntry("topic", "wrapped").containsEntry("seq", 1);
    assertThat(header(wrapped, "Content-Type")).isEqualTo("application/json");
    assertThat(raw.body()).isEqualTo("<b>");
    assertThat(header(raw, "ETag")).isNotEqualTo(header(wrapped, "ETag"));
  }

  @Test
  void a_key_makes_a_repeat_harmless() throws Exception {
    create("keyed");

    running.post("/topics/keyed", "one", "Idempotency-Key", "k1");
    HttpResponse<String> again = running.post("/topics/keyed", "one", "Idempotency-Key", "k1");
    HttpResponse<String> other = running.post("/topics/keyed", "two", "Idempotency-Key", "k1");

    assertThat(Running.json(again)).containsEntry("seq", 1).containsEntry("isRepeat", true);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(Running.json(other)).containsEntry("code", "KEY_REUSED");
  }

  private static void create(String topic) throws Exception {
    assertThat(running.post("/topics", "{\"topic\":\"" + topic + "\"}").statusCode())
        .isEqualTo(200);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
