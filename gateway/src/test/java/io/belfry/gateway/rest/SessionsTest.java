package io.belfry.gateway.rest;

import static io.belfry.gateway.rest.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.TopicFilter;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.service.Token;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, by bearer and by cookie. */
class SessionsTest {

  private static final Token ADMIN = Tokens.generate();
  private static final Token READER = Tokens.generate();

  private static Running running;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    running = Running.guarded(
        directory,
        Grant.of("admin", ADMIN, Set.of(Role.values()), List.of(new TopicFilter("#"))),
        Grant.of("reader", READER, Set.of(Role.SUBSCRIBE), List.of(new TopicFilter("news.#"))));
    running.post("/topics", "{\"topic\":\"news\"}", "Authorization", bearer(ADMIN));
    running.post("/topics", "{\"topic\":\"secret\"}", "Authorization", bearer(ADMIN));
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @Test
  void without_a_token_nothing_is_told() throws Exception {
    HttpResponse<String> refused = running.get("/topics");

    assertRefused(refused, 401, "UNAUTHENTICATED", "Show a token.");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertRefused(running.post("/topics/news", "x"), 401, "UNAUTHENTICATED", "Show a token.");
    assertRefused(running.get("/topics/news/snapshot"), 401, "UNAUTHENTICATED", "Show a token.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer", "Basic YTpi", "bearer \u00e9", "x"})
  void a_wrong_token_is_none(String authorization) throws Exception {
    assertThat(running.get("/status", "Authorization", authorization).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_token_grants_what_it_grants() throws Exception {
    assertThat(running.get("/topics", "Authorization", bearer(READER)).body())
        .contains("news")
        .doesNotContain("secret");
    assertRefused(
        running.get("/topics/secret", "Authorization", bearer(READER)),
        404,
        "UNKNOWN_TOPIC",
        "secret");
    assertThat(
            running.post("/topics/news", "x", "Authorization", bearer(READER)).statusCode())
        .isEqualTo(403);
    assertThat(running
            .get("/topics/secret/snapshot", "Authorization", bearer(READER))
            .statusCode())
        .isEqualTo(403);
    assertThat(running.get("/letters", "Authorization", bearer(READER)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_browser_keeps_the_token_where_no_script_reads_it() throws Exception {
    HttpResponse<String> begun =
        running.post("/session", "{\"token\":\"" + READER.secret() + "\"}");
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(begun.body().trim()).isEqualTo("{\"needsToken\":true,\"isKnown\":true}");
    assertThat(cookie).contains("; HttpOnly").contains("; SameSite=Strict").contains("; Path=/");
    assertThat(cookie).doesNotContain("Secure");
    String shown = cookie.substring(0, cookie.indexOf(';'));
    assertThat(running.get("/topics", "Cookie", shown).statusCode()).isEqualTo(200);
    assertThat(running.get("/session", "Cookie", shown).body()).contains("\"isKnown\":true");
  }

  @Test
  void behind_a_proxy_that_encrypts_the_cookie_is_for_encrypted_connections_alone(
      @TempDir Path directory) throws Exception {
    String origin = "https://belfry.example";

    try (Running behind = Running.behind(directory, origin)) {
      HttpResponse<String> begun = behind.post("/session", "{\"token\":\"any\"}", "Origin", origin);

      assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow()).endsWith("; Secure");
    }
  }

  @Test
  void a_session_ends() throws Exception {
    HttpResponse<String> ended = running.send("DELETE", "/session", "");

    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(ended.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("belfry-token=;")
        .contains("Max-Age=0");
  }

  @Test
  void a_wrong_token_is_not_kept() throws Exception {
    HttpResponse<String> refused =
        running.post("/session", "{\"token\":\"" + Tokens.generate().secret() + "\"}");

    assertRefused(refused, 401, "UNAUTHENTICATED", "not known");
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    assertRefused(
        running.post("/session", "{\"token\":\"a; Path=/\"}"), 401, "UNAUTHENTICATED", "none");
  }

  @Test
  void whoever_comes_learns_whether_a_token_is_needed() throws Exception {
    assertThat(running.get("/session").body().trim())
        .isEqualTo("{\"needsToken\":true,\"isKnown\":false}");
    assertThat(running.get("/session", "Cookie", "belfry-token=old").body())
        .contains("\"isKnown\":false");
  }

  @Test
  void where_everybody_may_come_in_none_is_needed(@TempDir Path directory) throws Exception {
    try (Running open = Running.open(directory)) {
      assertThat(open.get("/session").body().trim())
          .isEqualTo("{\"needsToken\":false,\"isKnown\":false}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://localhost:1", "null"})
  void a_foreign_origin_is_refused(String origin) throws Exception {
    assertRefused(
        running.post("/topics/news", "x", "Origin", origin, "Authorization", bearer(ADMIN)),
        403,
        "FORBIDDEN",
        "gateway.origins");
  }

  private static String bearer(Token token) {
    return "Bearer " + token.secret();
  }
}
