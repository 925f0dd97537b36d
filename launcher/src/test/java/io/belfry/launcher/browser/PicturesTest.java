package io.belfry.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.Cli;
import io.belfry.launcher.demo.Demo;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of the demo can be looked at, on a screen or a telephone, in the light or the dark.
 * With {@code -Dbelfry.pictures=true} those of the README are taken anew.
 */
@Timeout(120)
class PicturesTest {

  private static final boolean IS_WANTED = Boolean.getBoolean("belfry.pictures");
  private static final Path PICTURES = Path.of("..", "docs", "pictures");
  private static final Duration LONG = Duration.ofMinutes(1);

  /** Holds when there is something to see. */
  private static final Map<String, String> SHOWN = Map.of(
      "/",
          "document.querySelectorAll('#tail [data-seq]').length >= 3"
              + " && document.querySelectorAll('#topics li').length >= 6",
      "/rectangle", "Number(document.querySelector('#rectangle').dataset.seq) >= 1",
      "/chart", "Number(document.querySelector('#chart').dataset.points) >= 10",
      "/mailbox", "document.querySelectorAll('#letters li').length >= 1",
      "/report", "document.querySelector('h1') !== null");

  /** Holds when it is worth a picture. */
  private static final Map<String, String> FULL = Map.of(
      "/", "document.querySelectorAll('#tail [data-seq]').length >= 25",
      "/rectangle", "document.querySelector('#stand').textContent.startsWith('It stands')",
      "/chart",
          "parseInt(document.querySelector('#points').textContent) >= 400"
              + " && parseFloat(document.querySelector('#rate').textContent) >= 9",
      "/mailbox", "document.querySelectorAll('#letters li').length >= 4");

  private static final String WITHOUT_LABEL =
      "[...document.querySelectorAll('input, select, textarea, button')]"
          + ".filter(each => !each.labels?.length && !each.ariaLabel && !each.textContent.trim())"
          + ".map(each => each.outerHTML).join()";
  private static final String TOO_WIDE =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @TempDir
  static Path directory;

  private static Plugins plugins;
  private static Demo demo;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.startOrSkip();
    plugins = Plugins.load(directory.resolve("none"));
    Cli cli = Cli.of("zeromq", directory.resolve("data"));
    cli.set("mailbox.port", "0");
    cli.set("notifier.smtp.web", "http://127.0.0.1:7780");
    cli.set("gateway.report", directory.resolve("report.html").toString());
    demo = Demo.start(cli.profile(plugins), plugins);
  }

  @AfterAll
  static void end() {
    if (demo != null) {
      demo.close();
      plugins.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/rectangle", "/chart", "/mailbox", "/report"})
  void each_page_is_fit_to_be_seen(String page) throws IOException {
    try (Window window = browser.window()) {
      window.setSize(320, 640);
      window.go(demo.url().orElseThrow() + page);
      for (boolean isDark : new boolean[] {true, false}) {
        window.setDark(isDark);
        window.await("there was something to see", SHOWN.get(page));
        assertThat(window.evaluate(WITHOUT_LABEL)).isEmpty();
        assertThat(window.evaluate(TOO_WIDE)).as("pixels too wide").isEqualTo("0");
      }
      if (IS_WANTED && FULL.containsKey(page)) {
        take(page, window);
      }
      assertThat(window.complaints().all()).isEmpty();
    }
  }

  private static void take(String page, Window window) throws IOException {
    window.setSize(960, 720);
    if (page.equals("/")) {
      window.type("#topic", "news.tower");
      window.type("#text", "The bells ring at noon.");
      window.click("#publish button[type=submit]");
    }
    Waiting.within(LONG, "it was full", () -> window.evaluate(FULL.get(page)).equals("true"));
    if (page.equals("/mailbox")) {
      window.click("#letters li button, #letters li a");
    }
    window.evaluate("scrollTo(0, 0)");
    String name = page.equals("/") ? "console" : page.substring(1);
    Files.write(PICTURES.resolve(name + ".png"), window.picture());
  }
}
