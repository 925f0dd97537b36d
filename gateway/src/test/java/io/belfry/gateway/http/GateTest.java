package io.belfry.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.gateway.House;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.config.Times;
import io.belfry.gateway.page.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {

  private static final String STREAM = "GET /api/v1/stream";

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "https://localhost",
        "http://localhost:1",
        "null",
        "http://localhost.evil.example",
        "file://",
        "not an origin"
      })
  void a_page_of_somebody_else_is_refused_whatever_it_asks(String origin) throws IOException {
    try (House house = House.open(directory)) {
      int port = house.gateway().port();
      for (String line : List.of(STREAM, "POST /api/v1/topics/a", "GET /cometd", "GET /")) {
        assertThat(Plain.ask(port, line, "Origin: " + origin))
            .startsWith("HTTP/1.1 403 ")
            .contains("application/problem+json")
            .contains("gateway.origins");
      }
      assertThat(Plain.ask(
              port,
              "GET /cometd",
              "Origin: " + origin,
              "Upgrade: websocket",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
              "Sec-WebSocket-Version: 13"))
          .startsWith("HTTP/1.1 403 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "0"})
  void a_name_that_somebody_had_lead_here_is_refused(String host) throws IOException {
    try (House house = House.open(directory)) {
      assertThat(Plain.ask(house.gateway().port(), STREAM, "Host: " + host))
          .startsWith("HTTP/1.1 421 ")
          .contains("gateway.origins");
    }
  }

  @Test
  void our_own_pages_are_let_in_by_every_name_of_the_loopback() throws IOException {
    try (House house = House.open(directory)) {
      int port = house.gateway().port();
      for (String host : List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port)) {
        assertThat(Plain.ask(port, STREAM, "Host: " + host, "Origin: http://" + host))
            .startsWith("HTTP/1.1 400 ");
      }
    }
  }

  @Test
  void an_origin_that_is_named_is_let_in_by_its_name() throws IOException {
    GatewayConfig config = new GatewayConfig(
        "127.0.0.1",
        0,
        List.of("https://Belfry.example.org/"),
        Optional.empty(),
        Limits.DEFAULTS,
        Times.DEFAULTS);
    try (House house = House.open(House.server(directory), config, Shown.NOTHING)) {
      int port = house.gateway().port();
      assertThat(Plain.ask(
              port, STREAM, "Host: belfry.example.org", "Origin: https://belfry.example.org"))
          .startsWith("HTTP/1.1 400 ");
      assertThat(Plain.ask(port, STREAM, "Origin: https://belfry.example.com"))
          .startsWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void a_browser_lets_a_page_that_is_named_read_the_answers() throws IOException {
    GatewayConfig config = new GatewayConfig(
        "127.0.0.1",
        0,
        List.of("https://news.example.org"),
        Optional.empty(),
        Limits.DEFAULTS,
        Times.DEFAULTS);
    try (House house = House.open(House.server(directory), config, Shown.NOTHING)) {
      int port = house.gateway().port();
      String named = "Origin: https://news.example.org";
      assertThat(Plain.ask(port, STREAM, named))
          .contains("Access-Control-Allow-Origin: https://news.example.org")
          .contains("Vary: Origin");
      assertThat(Plain.ask(
              port, "OPTIONS /api/v1/topics/a", named, "Access-Control-Request-Method: POST"))
          .startsWith("HTTP/1.1 204 ")
          .contains("Access-Control-Allow-Methods: GET, HEAD, POST, DELETE");
      assertThat(Plain.ask(port, STREAM)).doesNotContain("Access-Control");
    }
  }

  @Test
  void every_answer_forbids_what_a_page_of_ours_never_does() throws IOException {
    try (House house = House.open(directory)) {
      for (String path : List.of("/", "/none", "/api/v1/stream", "/api/v1/none", "/cometd")) {
        assertThat(Plain.ask(house.gateway().port(), "GET " + path))
            .contains("Content-Security-Policy: ")
            .contains("X-Content-Type-Options: nosniff")
            .contains("Referrer-Policy: no-referrer")
            .contains("Cross-Origin-Resource-Policy: same-origin")
            .doesNotContain("unsafe-inline")
            .doesNotContain("Server: ");
      }
    }
  }

  @Test
  void who_sends_too_much_is_told_to_send_less() throws IOException {
    GatewayConfig config =
        GatewayConfig.local(0).with(new Limits(1 << 20, 10, 10, 2, 256, 1 << 20));
    try (House house = House.open(House.server(directory), config, Shown.NOTHING)) {
      String last = "";
      for (int i = 0; i < 20 && !last.startsWith("HTTP/1.1 503 "); i++) {
        last = Plain.ask(house.gateway().port(), STREAM);
      }
      assertThat(last).contains("send less").contains("Retry-After: 1");
    }
  }

  @Test
  void what_is_no_http_is_refused_in_the_same_form() throws IOException {
    try (House house = House.open(directory)) {
      assertThat(Plain.ask(house.gateway().port(), "NONSENSE")).startsWith("HTTP/1.1 505 ");
      assertThat(Plain.ask(house.gateway().port(), "GET /%00"))
          .startsWith("HTTP/1.1 400 ")
          .contains("application/problem+json");
    }
  }
}
