package io.belfry.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The browser does what a test says, and tells what is to be seen. */
@Timeout(60)
class WindowTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final String PAGE = """
      <!doctype html><title>Bell</title><link rel="icon" href="data:,">
      <style>
        body { background: white }
        @media (prefers-color-scheme: dark) { body { background: black } }
      </style>
      <form onsubmit="said.textContent = field.value; return false">
        <label>Say <input id="field" value="nothing"></label> <button>Ring</button>
      </form>
      <p id="said" data-seq="7"></p>
      """;

  private static Browser browser;
  private static HttpServer server;

  private Window window;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.startOrSkip();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", WindowTest::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean isThere = exchange.getRequestURI().getPath().equals("/");
      byte[] body = (isThere ? PAGE : "nothing").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(isThere ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
      server.stop(0);
    }
  }

  @BeforeEach
  void open() {
    window = browser.window();
    window.go("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void what_is_typed_and_clicked_is_seen() {
    window.type("#field", "Große Glocke");
    window.click("button");
    window.await("the text was said", "said.textContent !== ''");
    assertThat(window.text("#said")).isEqualTo("Große Glocke");
    assertThat(window.attribute("#said", "data-seq")).isEqualTo("7");
    window.reload();
    assertThat(window.text("#said")).isEmpty();
    assertThat(window.complaints().all()).isEmpty();
  }

  @Test
  void promises_are_awaited_and_what_is_thrown_fails() {
    assertThat(window.evaluate("new Promise(done => setTimeout(() => done(6 * 7), 10))"))
        .isEqualTo("42");
    assertThatThrownBy(() -> window.evaluate("nobody.calls"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nobody is not defined");
  }

  @Test
  void what_is_red_in_the_console_is_kept() {
    window.evaluate("setTimeout(() => { throw new Error('cracked') })");
    window.evaluate("console.error('out of tune')");
    window.evaluate("fetch('/none')");
    Waiting.until("all was told", () -> window.complaints().all().size() == 3);
    assertThat(window.complaints().all().toString()).contains("cracked", "out of tune", "/none");
    assertThat(window.complaints().withoutNetwork()).hasSize(2);
  }

  @Test
  void without_a_network_nothing_is_reached() {
    String reached = "fetch('/').then(() => true, () => false)";
    window.setOffline(true);
    assertThat(window.evaluate(reached + ".then(is => is + ' ' + navigator.onLine)"))
        .isEqualTo("false false");
    window.setOffline(false);
    assertThat(window.evaluate(reached)).isEqualTo("true");
    assertThat(window.complaints().withoutNetwork()).isEmpty();
  }

  @Test
  void it_can_be_dark_and_small_and_have_its_picture_taken() {
    String background = "getComputedStyle(document.body).backgroundColor";
    window.setDark(true);
    assertThat(window.evaluate(background)).isEqualTo("rgb(0, 0, 0)");
    window.setDark(false);
    assertThat(window.evaluate(background)).isEqualTo("rgb(255, 255, 255)");
    window.setSize(320, 600);
    assertThat(window.evaluate("innerWidth")).isEqualTo("320");
    assertThat(window.picture()).startsWith(PNG);
  }
}
