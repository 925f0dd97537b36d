package io.belfry.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.service.Published;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of the connection, a page gets every event once and in order. */
@Timeout(180)
class BrowserTest {

  private static final String RECTANGLE = "demo.rectangle";
  private static final String CHART = "demo.chart";
  private static final int SOME = 100;

  private static Browser browser;

  @TempDir
  Path directory;

  private Window console;
  private Window rectangle;
  private Window chart;
  private int published;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.startOrSkip();
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    console = browser.window();
    rectangle = browser.window();
    chart = browser.window();
  }

  @AfterEach
  void close() {
    List.of(console, rectangle, chart).forEach(Window::close);
  }

  @ParameterizedTest
  @CsvSource({
    "zeromq, '', WebSocket",
    "mqtt, '', WebSocket",
    "jms, '', WebSocket",
    "zeromq, ?transport=long-polling, long polling",
    "zeromq, ?transport=sse, server-sent events"
  })
  void nothing_is_lost_and_nothing_comes_twice(String wire, String way, String words)
      throws Exception {
    try (Site site = Site.open(wire, directory)) {
      show(site, way);
      assertThat(chart.text("#connection")).isEqualTo("Connected by " + words);
      reload(site);
      loseNetwork(site);
      cutConnection(site);
      site.restart();
      publish(site);
      awaitAll("the server has been away");
      for (Window page : List.of(console, rectangle, chart)) {
        assertThat(page.complaints().withoutNetwork()).isEmpty();
      }
    }
  }

  private void show(Site site, String way) {
    site.create(RECTANGLE, CHART);
    console.go(site.near("/" + way));
    say("15");
    rectangle.go(site.far("/rectangle" + way));
    chart.go(site.far("/chart" + way));
    awaitAll("the page was opened");
    assertThat(rectangle.attribute("#rectangle", "data-angle")).isEqualTo("15");
    say("30");
    awaitAll("a first event came");
    assertThat(rectangle.attribute("#rectangle", "data-angle")).isEqualTo("30");
    assertThat(chart.attribute("#chart", "data-points")).isEqualTo("2");
    awaitConnection("connected");
  }

  /** Before, while and after it is loaded there is something new. */
  private void reload(Site site) {
    List<CompletionStage<Published>> turns = site.begin(RECTANGLE, SOME);
    List<CompletionStage<Published>> points = site.begin(CHART, SOME);
    rectangle.reload();
    chart.reload();
    turns.forEach(Waiting::value);
    points.forEach(Waiting::value);
    published += SOME;
    say("45");
    awaitAll("it was loaded again");
  }

  private void loseNetwork(Site site) {
    rectangle.setOffline(true);
    chart.setOffline(true);
    awaitConnection("lost");
    publish(site);
    rectangle.setOffline(false);
    chart.setOffline(false);
    say("60");
    awaitAll("it had no network");
    awaitConnection("connected");
  }

  private void cutConnection(Site site) throws IOException {
    site.relay().cut();
    awaitConnection("lost");
    publish(site);
    site.relay().mend();
    say("75");
    awaitAll("its connection was cut");
    awaitConnection("connected");
  }

  private void publish(Site site) {
    site.publish(RECTANGLE, SOME);
    site.publish(CHART, SOME);
    published += SOME;
  }

  /** By hand, to both topics. */
  private void say(String text) {
    for (String topic : List.of(RECTANGLE, CHART)) {
      console.evaluate("document.querySelector('#published').textContent = ''");
      console.type("#topic", topic);
      console.type("#text", text);
      console.click("#publish button[type=submit]");
      console.await("it was published", "document.querySelector('#published').textContent !== ''");
    }
    published++;
  }

  /** The rectangle has begun with a content, which is no event; the chart shows the past, too. */
  private void awaitAll(String after) {
    rectangle.await("all turns came", seq("#rectangle", "seq"));
    chart.await("all points came", seq("#chart", "lastSeq"));
    assertThat(counts(rectangle)).as(after).isEqualTo(published - 1 + " received, 0 0 0");
    assertThat(counts(chart)).as(after).isEqualTo(published + " received, 0 0 0");
  }

  private static String counts(Window page) {
    return page.evaluate("(({received, missing, repeated, gaps}) =>"
        + " `${received} received, ${missing} ${repeated} ${gaps}`)(document.body.dataset)");
  }

  private String seq(String selector, String name) {
    return "document.querySelector('" + selector + "').dataset." + name + " === '" + published
        + "'";
  }

  private void awaitConnection(String state) {
    for (Window page : List.of(rectangle, chart)) {
      page.await(
          "the connection was " + state,
          "document.querySelector('#connection').dataset.state === '" + state + "'");
    }
  }
}
