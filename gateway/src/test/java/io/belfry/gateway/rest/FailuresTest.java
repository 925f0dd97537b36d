package io.belfry.gateway.rest;

import static io.belfry.gateway.rest.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that fails, in every way. */
class FailuresTest {

  private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();

  private static Running running;

  @BeforeAll
  static void open() {
    running =
        Running.before(Scripted.answering(() -> CompletableFuture.failedStage(FAILURE.get())));
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void every_code_becomes_a_problem_that_is_described(Code code) throws Exception {
    HttpResponse<String> answer = answer(new ServiceException(code, "Said so."));

    assertRefused(answer, answer.statusCode(), code.name(), "Said so.");
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(Description.of(running).faultsOfProblem(answer)).isEmpty();
  }

  @Test
  void who_is_to_wait_learns_for_how_long() throws Exception {
    HttpResponse<String> answer = answer(ServiceException.busy("Full.", Duration.ofMillis(2_500)));

    assertRefused(answer, 503, "BUSY", "Full.");
    assertThat(Running.json(answer)).containsEntry("retryAfterMs", 2_500);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void a_fault_is_not_shown() throws Exception {
    HttpResponse<String> answer = answer(new IllegalStateException("jdbc:secret"));

    assertRefused(answer, 500, "INTERNAL", "log");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void a_service_that_is_silent_is_not_waited_for_forever() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new ApiHandler(
        Scripted.answering(CompletableFuture::new),
        1 << 20,
        Optional.empty(),
        Duration.ofMillis(20)));
    server.start();
    try {
      HttpRequest request = HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/api/v1/status"))
          .build();

      assertRefused(
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString()),
          504,
          "UNKNOWN_OUTCOME",
          "in time");
    } finally {
      server.stop();
    }
  }

  private static HttpResponse<String> answer(Throwable failure) throws Exception {
    FAILURE.set(failure);
    return running.get("/status");
  }
}
