package io.belfry.launcher.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Address;
import io.belfry.message.TopicFilter;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Token;
import io.belfry.settings.SettingsException;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's programs are answered. */
class AdminTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String EVERYWHERE = "0.0.0.0";
  private static final int MANY = 20;

  @TempDir
  Path directory;

  private final Metrics metrics = new Metrics();
  private NotificationServer server;
  private Pages pages;

  @BeforeEach
  void start() {
    StoreConfig store = StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db"));
    server = NotificationServer.start(ServerConfig.of(new Address("paris"), store), List.of());
    pages = Pages.of(server, metrics);
  }

  @AfterEach
  void end() {
    server.close();
    metrics.close();
    Waiting.until(
        "no thread is left",
        () -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("belfry-")));
  }

  @Test
  void a_server_that_is_well_says_so_of_each_part() throws Exception {
    try (Admin admin = open()) {
      Answer live = Answer.get(admin.port(), "/health/live");
      assertThat(live.status()).isEqualTo(200);
      assertThat(live.json()).containsEntry("healthy", true);
      assertThat(parts(live)).isEqualTo(Set.of("log", "listeners", "locks"));
      Answer ready = Answer.get(admin.port(), "/health/ready");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(parts(ready)).isEqualTo(Set.of("store"));
      assertThat(ready.body()).contains("\"state\":\"up\"", "The store can be used.");
    }
  }

  @Test
  void a_store_that_can_not_be_written_is_not_ready_but_lives() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("belfry.db");
    try (Admin admin = open()) {
      try (Connection stranger = DriverManager.getConnection(url);
          Statement statement = stranger.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        awaitReady(admin, 503);
        Answer ready = Answer.get(admin.port(), "/health/ready");
        assertThat(ready.json()).containsEntry("healthy", false);
        assertThat(ready.body()).contains("down").doesNotContain("jdbc", directory.toString());
        assertThat(Answer.get(admin.port(), "/health/live").status()).isEqualTo(200);
      }
      awaitReady(admin, 200);
    }
  }

  @Test
  void what_is_not_there_or_can_not_be_done_is_a_problem_with_a_sentence() throws Exception {
    try (Admin admin = open()) {
      Answer unknown = Answer.get(admin.port(), "/health/liv");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.head()).contains("application/problem+json");
      assertThat(unknown.json()).containsEntry("title", "Not Found").containsEntry("status", 404);
      assertThat(unknown.body()).contains("/health/live");
      Answer posted = Answer.ask("POST", admin.port(), "/health/live");
      assertThat(posted.status()).isEqualTo(405);
      assertThat(posted.head()).containsIgnoringCase("Allow: GET, HEAD");
      assertThat(posted.json())
          .containsEntry("detail", "Nothing can be changed here; use GET or" + " HEAD.");
    }
  }

  @Test
  void a_head_has_no_body() throws Exception {
    try (Admin admin = open()) {
      Answer head = Answer.ask("HEAD", admin.port(), "/health/live");
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.head()).contains("application/json");
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void clients_that_send_nothing_or_half_a_request_hold_nobody_up() throws Exception {
    List<Socket> others = new ArrayList<>();
    try (Admin admin = open()) {
      for (int i = 0; i < MANY; i++) {
        others.add(Answer.connect(admin.port()));
      }
      for (Socket half : others.subList(0, MANY / 2)) {
        Answer.send(half, "GET /health/li");
      }
      assertThat(Answer.get(admin.port(), "/health/live").status()).isEqualTo(200);
    } finally {
      for (Socket other : others) {
        other.close();
      }
    }
  }

  @Test
  void beyond_the_loopback_only_administrators_get_an_answer() throws Exception {
    Token operator = Tokens.generate();
    Token esmeralda = Tokens.generate();
    List<TopicFilter> everything = List.of(new TopicFilter("#"));
    Access access = Access.guarded(List.of(
        Grant.of("operator", operator, Set.of(Role.ADMINISTER), everything),
        Grant.of("esmeralda", esmeralda, Set.of(Role.PUBLISH, Role.SUBSCRIBE), everything)));
    try (Admin admin = Admin.open(EVERYWHERE, 0, pages, access)) {
      Answer nobody = Answer.get(admin.port(), "/health/live");
      assertThat(nobody.status()).isEqualTo(401);
      assertThat(nobody.head()).containsIgnoringCase("WWW-Authenticate: Bearer");
      assertThat(status(admin, "Bearer " + esmeralda.secret())).isEqualTo(403);
      assertThat(status(admin, "Bearer " + Tokens.generate().secret())).isEqualTo(401);
      assertThat(status(admin, "Basic " + operator.secret())).isEqualTo(401);
      assertThat(status(admin, "Bearer " + "x".repeat(1_000))).isEqualTo(401);
      assertThat(status(admin, "Bearer " + operator.secret())).isEqualTo(200);
    }
  }

  @Test
  void beyond_the_loopback_it_does_not_start_without_tokens() {
    assertThatThrownBy(() -> Admin.open(EVERYWHERE, 0, pages, Access.open()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("set auth.tokens, or admin.host to the loopback");
    assertThatThrownBy(
            () -> Admin.open("no.such.host.invalid", 0, pages, Access.guarded(List.of())))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("set admin.host");
  }

  @Test
  void a_port_that_is_taken_is_told_with_its_setting() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      assertThatThrownBy(() -> Admin.open(LOOPBACK, taken.getLocalPort(), pages, Access.open()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(LOOPBACK + ":" + taken.getLocalPort())
          .hasMessageContaining("admin.port");
    }
  }

  private Admin open() {
    return Admin.open(LOOPBACK, 0, pages, Access.open());
  }

  private static int status(Admin admin, String authorization) throws IOException {
    return Answer.get(admin.port(), "/health/live", "Authorization: " + authorization)
        .status();
  }

  private static Set<?> parts(Answer answer) throws IOException {
    return ((Map<?, ?>) answer.json().get("parts")).keySet();
  }

  private static void awaitReady(Admin admin, int status) {
    Waiting.until("readiness is " + status, () -> {
      try {
        return Answer.get(admin.port(), "/health/ready").status() == status;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
