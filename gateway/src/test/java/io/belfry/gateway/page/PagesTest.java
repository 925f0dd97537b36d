package io.belfry.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.gateway.House;
import io.belfry.gateway.config.GatewayConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served, as what, and to whom. */
final class PagesTest {

  @TempDir
  private static Path directory;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Path report;
  private static House house;

  @BeforeAll
  static void open() {
    report = directory.resolve("report.html");
    house = House.open(
        House.server(directory),
        GatewayConfig.local(0),
        new Shown(Optional.empty(), Optional.of(report)));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/rectangle",
        "/chart",
        "/mailbox",
        "/topics/weather.paris",
        "/topics/%EB%B9%84"
      })
  void a_page_is_served_with_the_strict_policy(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "Content-Security-Policy")).contains("script-src 'self'");
    assertThat(page.body())
        .startsWith("<!doctype html>")
        .contains("id=\"connection\"", "<script type=\"module\"")
        .doesNotContain("{main}", "{title}");
  }

  @Test
  void the_navigation_tells_where_one_is() throws Exception {
    assertThat(get("/chart").body())
        .containsOnlyOnce("aria-current")
        .contains("<a href=\"/chart\" aria-current=\"page\">")
        .contains("<title>Chart – Belfry</title>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page.css text/css; charset=utf-8",
        "/live.js text/javascript; charset=utf-8",
        "/favicon.svg image/svg+xml"
      })
  void a_file_is_served_as_what_it_is(String example) throws Exception {
    String[] parts = example.split(" ", 2);
    HttpResponse<String> file = get(parts[0]);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(header(file, "Content-Type")).isEqualTo(parts[1]);
    assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void what_the_browser_has_is_not_sent_again() throws Exception {
    HttpResponse<String> first = get("/live.js");
    String tag = header(first, "ETag");
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    HttpResponse<String> again = send(request("/live.js").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(send(request("/live.js").header("If-None-Match", "\"other\"")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page.css", "/report", "/confirm?code=x", "/unsubscribe?code=x"})
  void a_head_is_what_a_get_would_be_without_the_body(String path) throws Exception {
    HttpResponse<String> head = send(request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length"))
        .isEqualTo(Integer.toString(get(path).body().getBytes(StandardCharsets.UTF_8).length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /", "PUT /page.css", "DELETE /report", "PUT /confirm?code=x"})
  void other_methods_are_refused_and_told_which_are_not(String example) throws Exception {
    String[] parts = example.split(" ", 2);
    HttpResponse<String> refused =
        send(request(parts[1]).method(parts[0], BodyPublishers.ofString("x")));
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(header(refused, "Allow")).startsWith("GET, HEAD");
    assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../page/live.js",
        "/%2e%2e/live.js",
        "/..%2fGateway.class",
        "/PageHandler.class",
        "/frame.html",
        "/console.html",
        "/page/../../http/Gate.class",
        "//etc/passwd",
        "/live.js/",
        "/live.js%00",
        "/nothing.js",
        "/topics/a/b",
        "/io/belfry/gateway/page/live.js"
      })
  void nothing_else_is_served_whatever_the_path_looks_like(String path) throws Exception {
    assertThat(raw(path)).doesNotContain(" 200 ").containsAnyOf(" 404 ", " 400 ");
  }

  @Test
  void the_report_brings_its_style_and_nothing_else() throws Exception {
    Files.writeString(report, "<!doctype html><style>p{}</style><p>figures");
    try {
      HttpResponse<String> page = get("/report");
      assertThat(page.body()).endsWith("figures");
      assertThat(page.headers().allValues("Content-Security-Policy"))
          .containsExactly("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
              + " form-action 'none'; frame-ancestors 'none'");
    } finally {
      Files.delete(report);
    }
  }

  @Test
  void where_there_is_no_report_it_is_told_how_to_make_one() throws Exception {
    assertThat(get("/report").body()).contains("./belfry compare", "aria-current=\"page\"");
  }

  /** As it is written, which a client of HTTP would put in order. */
  private static String raw(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", house.gateway().port())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(house.at(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
