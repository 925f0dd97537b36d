package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections whose handshake does not end: the library would wait for half a minute. */
class HandshakeTest {

  private static final int SPOKES = 1_000;
  private static final int AT_A_TIME = 4;

  private final Stage stage = new Stage();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);

  @AfterEach
  void clear() throws Exception {
    threads.shutdownNow();
    stage.close();
  }

  @Test
  void a_handshake_that_is_swallowed_is_begun_anew() throws IOException {
    stage.hub();
    List<Integer> deaf = new ArrayList<>();
    for (Port port : Port.values()) {
      deaf.add(stage.kept(new DeafStart(stage.port(port))).port());
    }
    Map<String, String> settings = stage.settings(Side.SPOKE);
    settings.put("endpoint", Ports.endpoint(deaf));
    settings.put("connect-timeout", "3s");
    assertThat(stage.open(Side.SPOKE, settings).health().isHealthy()).isTrue();
  }

  /** One in a hundred of the library's handshakes hangs; each spoke has four of them. */
  @Test
  @Timeout(240)
  void a_thousand_spokes_come_and_go_and_none_hangs() {
    stage.hub();
    Map<String, String> settings = stage.settings(Side.SPOKE);
    List<CompletableFuture<Duration>> opened = IntStream.range(0, SPOKES)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> timeToOpen(settings), threads))
        .toList();
    opened.forEach(CompletableFuture::join);
    assertThat(stage.newSpoke().health().isHealthy()).isTrue();
  }

  private static Duration timeToOpen(Map<String, String> settings) {
    ZeroMqProvider provider = new ZeroMqProvider();
    long since = System.nanoTime();
    try (Transport spoke =
        provider.open(Settings.of(provider.name(), provider.settings(), settings), Side.SPOKE)) {
      assertThat(spoke.health().isHealthy()).isTrue();
      return Duration.ofNanos(System.nanoTime() - since);
    }
  }
}
