package io.belfry.launcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.gateway.Gateway;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.page.Shown;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.access.Access;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Selection;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of metrics gets to read. */
class MetricsTest {

  private static final Topic BELL = new Topic("bell.of.notre.dame");

  private static final Path PAGE = Path.of("..", "docs", "guide", "operate.md");

  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(belfry_\\w+)` \\| (\\w+)");
  private static final Pattern TYPED = Pattern.compile("(?m)^# TYPE (belfry_\\w+) (\\w+)");

  @TempDir
  Path directory;

  private final Metrics metrics = new Metrics();
  private NotificationServer server;
  private Gateway gateway;
  private Admin admin;

  @BeforeEach
  void start() {
    StoreConfig store = StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db"));
    server = NotificationServer.start(
        ServerConfig.of(new Address("paris"), store),
        List.of(),
        Optional.empty(),
        metrics.registry());
    gateway = Gateway.open(GatewayConfig.local(0), server.service(), Shown.NOTHING);
    metrics.watch(gateway);
    admin = Admin.open("127.0.0.1", 0, Pages.of(server, metrics), Access.open());
  }

  @AfterEach
  void end() {
    admin.close();
    gateway.close();
    server.close();
    metrics.close();
  }

  @Test
  void it_shows_what_became_of_publications() throws Exception {
    NotificationService service = server.service();
    Waiting.value(service.createTopic(TopicSpec.of(BELL)));
    Publication once = Publication.of(BELL, "ding").withKey("k");
    Waiting.value(service.publish(once));
    Waiting.value(service.publish(once));
    Waiting.value(service.publish(Publication.of(BELL, "dong")));
    assertThat(service.publish(Publication.of(new Topic("nowhere"), "x")).toCompletableFuture())
        .failsWithin(Waiting.LONG);
    assertThat(scrape())
        .contains("belfry_publications_total{outcome=\"accepted\"} 2.0")
        .contains("belfry_publications_total{outcome=\"repeated\"} 1.0")
        .contains("belfry_publications_total{outcome=\"unknown_topic\"} 1.0")
        .contains("belfry_publications_total{outcome=\"busy\"} 0.0")
        .contains("belfry_publication_commit_seconds_count 2")
        .contains("belfry_publication_commit_seconds_bucket{le=\"0.005\"}")
        .contains("belfry_log_offset 2.0")
        .contains("belfry_log_waiting 0.0");
  }

  @Test
  void it_shows_what_became_of_requests_and_who_nobody_chose() throws Exception {
    NotificationService service = server.service();
    Waiting.value(service.createTopic(TopicSpec.of(BELL)));
    Waiting.value(service.topics(Selection.of(new TopicFilter("#"))));
    assertThat(service.snapshot(Selection.of(new Topic("nowhere"))).toCompletableFuture())
        .failsWithin(Waiting.LONG);
    assertThat(scrape())
        .contains("belfry_requests_seconds_count{operation=\"topics\",outcome=\"ok\"} 1")
        .contains("belfry_requests_seconds_count{operation=\"snapshot\",outcome=\"unknown_topic\"}")
        .doesNotContain(BELL.name(), "nowhere");
  }

  @Test
  void it_shows_how_the_server_and_its_jvm_stand() throws Exception {
    Waiting.until("the store was asked", () -> scrape().contains("belfry_topics 0.0"));
    assertThat(scrape())
        .contains("belfry_gateway_sessions 0.0")
        .contains("belfry_store_up 1.0", "belfry_transport_up 1.0", "belfry_build_info{version=")
        .contains("jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_live_threads")
        .contains("process_cpu_usage", "process_uptime_seconds", "process_start_time_seconds");
  }

  @Test
  void the_page_about_operating_lists_all_of_our_own() throws Exception {
    Waiting.value(server.service().topics(Selection.of(new TopicFilter("#"))));
    assertThat(named(scrape(), TYPED)).isEqualTo(named(Files.readString(PAGE), LISTED));
  }

  /** Names with their kinds. */
  private static Set<String> named(String text, Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1) + " " + found.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String scrape() {
    try {
      Answer answer = Answer.get(admin.port(), "/metrics");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.head()).contains("text/plain; version=0.0.4");
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
