package io.belfry.launcher.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.launcher.Cli;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.service.ServiceException;
import io.belfry.tck.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that is not where the server is. */
@Timeout(60)
class EdgeGatewayTest {

  private static final String TOPICS = "/api/v1/topics";

  @TempDir
  Path directory;

  private final Plugins plugins = Plugins.load(Path.of("none"));
  private final List<String> hints = new ArrayList<>();

  @AfterEach
  void end() {
    plugins.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeromq", "mqtt", "jms"})
  void it_waits_for_a_server_and_goes_on_when_that_is_started_again(String wire) throws Exception {
    Cli cli = Cli.of(wire, directory);
    cli.set("client.wait", "20s");
    Profile profile = cli.profile(plugins);
    Profile server = profile.with("gateway.enabled", "false", "test");
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<EdgeGateway> opening = CompletableFuture.supplyAsync(
          () -> EdgeGateway.open(profile, plugins, this::hear), waiting);
      Waiting.until("it waited", this::hasHints);
      try (Deployment first = Deployment.start(server, plugins)) {
        assertThat(first.gateway()).isEmpty();
        assertThat(Waiting.value(opening).transport()).isEqualTo(wire);
        awaitTopics(opening.join());
      }
      try (Deployment second = Deployment.start(server, plugins);
          EdgeGateway edge = opening.join()) {
        awaitTopics(edge);
        assertThat(second).isNotNull();
      }
    } finally {
      waiting.shutdownNow();
    }
  }

  @Test
  void without_a_server_it_says_how_to_start_one() throws Exception {
    Cli cli = Cli.of("mqtt", directory);
    cli.set("client.wait", "0s");
    Profile profile = cli.profile(plugins);
    assertThatThrownBy(() -> EdgeGateway.open(profile, plugins, this::hear))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("belfry serve --profile mqtt");
  }

  private synchronized void hear(String hint) {
    hints.add(hint);
  }

  private synchronized boolean hasHints() {
    return !hints.isEmpty();
  }

  private static void awaitTopics(EdgeGateway edge) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(edge.gateway().url() + TOPICS)).build();
    HttpClient client = HttpClient.newHttpClient();
    Waiting.until(
        "the topics were told",
        () -> client.sendAsync(request, BodyHandlers.discarding()).join().statusCode() == 200);
  }
}
