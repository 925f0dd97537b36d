package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.belfry.service.MailboxInfo;
import io.belfry.tck.ShownProgram;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notifier of quite another kind is served like the one for mails. */
class WebhookTest extends OnEachDelivery {

  private static final int OK = 204;
  private static final int BUSY = 503;
  private static final int GONE = 410;

  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile int answer = OK;
  private HttpServer web;

  @BeforeEach
  void listen() throws IOException {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext("/hook", this::take);
    web.start();
  }

  @AfterEach
  void stop() {
    web.stop(0);
  }

  @Test
  void what_is_published_is_posted() {
    register("bell.#", A);
    startPosting();
    publish("bell.big", "ding");
    publish("bell.big", "dong");
    Waiting.until("both came", () -> posted.size() == 2);
    assertThat(posted).containsExactly("bell.big 1 ding", "bell.big 2 dong");
  }

  @Test
  void what_failed_is_posted_again_under_its_id() {
    register("clock", A);
    answer = BUSY;
    startPosting();
    publish("clock", "1");
    Waiting.until("it was tried", () -> posted.size() >= 3);
    answer = OK;
    Waiting.until("it is over", () -> only(MailboxInfo.State.ACTIVE).failure().isEmpty());
    assertThat(posted).containsOnly("clock 1 1");
    assertThat(keys).containsOnly(keys.get(0));
  }

  @Test
  void what_is_refused_stops() {
    register("clock", A);
    answer = GONE;
    startPosting();
    publish("clock", "1");
    assertThat(stopped().failure().orElseThrow().reason()).contains("410");
  }

  @Test
  void the_guide_shows_this_very_notifier() throws IOException {
    ShownProgram.assertShown(Path.of("..", "docs", "guide", "mail.md"), Webhook.class);
  }

  private void startPosting() {
    int port = web.getAddress().getPort();
    start(CONFIG, new Webhook(URI.create("http://127.0.0.1:" + port + "/hook")));
  }

  private void take(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }
}
