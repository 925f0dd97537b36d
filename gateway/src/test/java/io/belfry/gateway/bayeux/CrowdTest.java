package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.config.Limits;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand browsers. */
final class CrowdTest {

  private static final int EACH = 500;
  private static final int EVENTS = 100;
  private static final Limits MANY = new Limits(1 << 20, 10_000, 10_000, 0, 256, 1 << 20);

  @TempDir
  private Path directory;

  @Test
  void a_thousand_sessions_get_a_burst_of_a_hundred_events() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    HttpClient http = HttpClient.newBuilder().executor(threads).build();
    try (Room room = Room.open(directory, MANY)) {
      URI at = room.at();
      List<? extends Light> crowd = Stream.concat(
              Stream.generate(() -> new LightSocket(http, at)).limit(EACH),
              Stream.generate(() -> new LightPoller(http, at)).limit(EACH))
          .toList();
      CompletableFuture.allOf(crowd.stream().map(Light::begin).toArray(CompletableFuture<?>[]::new))
          .join();
      room.publish(1, EVENTS, 20);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> crowd.stream()
              .allMatch(one -> one.seen() >= EVENTS || !one.fault().isEmpty()));
      assertThat(crowd).allSatisfy(one -> {
        assertThat(one.fault()).isEmpty();
        assertThat(one.seen()).isEqualTo(EVENTS);
      });
      crowd.forEach(Light::end);
    } finally {
      threads.shutdownNow();
    }
  }
}
