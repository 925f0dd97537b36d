package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.client.ClientOptions;
import io.belfry.client.NotificationClient;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.settings.Tree;
import io.belfry.message.Topic;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import io.belfry.transport.delivery.Backoff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is asked to end, as a process: it finishes what it has begun, and tells so. */
@Timeout(120)
class ShutdownTest {

  private static final int TERMINATED = 143;
  private static final Duration AT_ONCE = Duration.ofSeconds(15);
  private static final Topic BELL = new Topic("bell");
  private static final int UNDER_WAY = 100;
  private static final int ENOUGH = 500;

  /** For longer than a server takes to start again. */
  private static final ClientOptions PATIENT =
      new ClientOptions(Duration.ofSeconds(2), Duration.ofSeconds(60), Backoff.DEFAULTS);

  @TempDir
  Path directory;

  private final Map<String, Published> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @ValueSource(strings = {"zeromq", "mqtt", "jms"})
  void a_new_start_loses_nothing_and_fails_nobody_who_has_patience(String which) throws Exception {
    Cli cli = Cli.of(which, directory.resolve("data"));
    try (Plugins plugins = Plugins.load(Path.of("none"));
        Program server = cli.serve()) {
      cli.does("create", BELL.name());
      try (Transport spoke = open(cli.profile(plugins), plugins);
          NotificationClient client = new NotificationClient(spoke, PATIENT)) {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread publisher = new Thread(() -> publish(client, isOver), "test-publisher");
        publisher.start();
        Waiting.until("enough was published", () -> acknowledged.size() >= ENOUGH);
        endInGoodOrder(server);
        try (Program next = cli.serve()) {
          isOver.set(true);
          publisher.join();
          assertThat(failures).isEmpty();
          assertKept(cli.run("replay", BELL.name(), "--from", "1"));
          assertThat(next).isNotNull();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeromq", "mqtt", "jms"})
  void an_ordinary_life_is_told_in_a_few_lines_of_our_own(String which) throws Exception {
    Cli cli = Cli.of(which, directory.resolve("data"));
    cli.set("logging.format", "json");
    try (Program server = cli.serve()) {
      cli.does("create", BELL.name());
      cli.does("publish", BELL.name(), "ding");
      assertThat(server.terminate()).isEqualTo(TERMINATED);
      List<String> logged = server.lines().stream()
          .filter(line -> !line.startsWith("Serving over"))
          .toList();
      assertThat(logged).hasSize(5).allSatisfy(line -> {
        Map<String, Object> fields = JSON.std.mapFrom(line);
        assertThat(fields).containsEntry("level", "info");
        assertThat(fields.get("logger").toString()).startsWith("io.belfry.");
      });
    }
  }

  private static Transport open(Profile profile, Plugins plugins) {
    TransportProvider provider = Tree.transport(profile, plugins);
    return provider.open(Meeting.addressed(profile).settings(Tree.transport(provider)), Side.SPOKE);
  }

  private static void endInGoodOrder(Program server) {
    long start = System.nanoTime();
    assertThat(server.terminate()).isEqualTo(TERMINATED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    assertThat(server.lines()).anyMatch(line -> line.contains("INFO Running: Ended after "));
    assertThat(server.lines()).noneMatch(line -> line.contains(" ERROR "));
  }

  /** Each once, where it was said to be. */
  private void assertKept(List<String> lines) {
    Map<String, Long> kept = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      assertThat(kept.put(words[2], Long.valueOf(words[1]))).as(line).isNull();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    acknowledged.forEach(
        (text, published) -> assertThat(kept).containsEntry(text, published.seq()));
  }

  /** As fast as it is answered; ends when everything is. */
  private void publish(NotificationClient client, AtomicBoolean isOver) {
    Semaphore underWay = new Semaphore(UNDER_WAY);
    for (int i = 0; !isOver.get(); i++) {
      underWay.acquireUninterruptibly();
      String text = "ding-" + i;
      CompletableFuture<Published> outcome =
          client.publish(Publication.of(BELL, text)).toCompletableFuture();
      var unused = outcome.whenComplete((published, failure) -> {
        if (failure == null) {
          acknowledged.put(text, published);
        } else {
          failures.add(failure);
        }
        underWay.release();
      });
    }
    underWay.acquireUninterruptibly(UNDER_WAY);
  }
}
