package io.belfry.launcher.browser;

import io.belfry.tck.Waiting;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A window of a browser: what somebody does before it, and what is to be seen in it. */
final class Window implements AutoCloseable {

  private final DevTools tools;
  private final Runnable end;
  private final Complaints complaints = new Complaints();
  private final AtomicInteger loads = new AtomicInteger();

  Window(DevTools tools, Runnable end) {
    this.tools = tools;
    this.end = end;
    tools.hear(complaints);
    tools.hear((event, parameters) -> {
      if (event.equals("Page.loadEventFired")) {
        loads.incrementAndGet();
      }
    });
    List.of("Page", "Runtime", "Log", "Network")
        .forEach(domain -> tools.ask(domain + ".enable", Map.of()));
  }

  /** Goes to a page, and waits until it is there. */
  void go(String url) {
    int before = loads.get();
    Map<String, Object> answer = tools.ask("Page.navigate", Map.of("url", url));
    if (answer.containsKey("errorText")) {
      throw new IllegalStateException(url + " can't be shown: " + answer.get("errorText"));
    }
    awaitLoad(before);
  }

  /** Has the page loaded anew, and waits until it is there. */
  void reload() {
    int before = loads.get();
    tools.ask("Page.reload", Map.of());
    awaitLoad(before);
  }

  private void awaitLoad(int before) {
    Waiting.until("the page was loaded", () -> loads.get() > before);
  }

  /** The value of an expression of JavaScript, or of the promise that it is. */
  String evaluate(String expression) {
    Map<String, Object> answer = tools.ask(
        "Runtime.evaluate",
        Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new AssertionError(expression + " has thrown " + answer.get("exceptionDetails"));
    }
    return String.valueOf(Json.in(answer, "result").get("value"));
  }

  /** Waits until an expression holds. */
  void await(String what, String expression) {
    Waiting.until(what, () -> evaluate(expression).equals("true"));
  }

  /** The text of an element. */
  String text(String selector) {
    return evaluate(element(selector) + ".textContent.trim()");
  }

  /** An attribute of an element. */
  String attribute(String selector, String name) {
    return evaluate(element(selector) + ".getAttribute(" + Json.write(name) + ")");
  }

  /** Clicks in the middle of an element. */
  void click(String selector) {
    evaluate(element(selector) + ".scrollIntoView({block: 'center', behavior: 'instant'})");
    String box = element(selector) + ".getBoundingClientRect()";
    double x = Double.parseDouble(evaluate("(b => b.x + b.width / 2)(" + box + ")"));
    double y = Double.parseDouble(evaluate("(b => b.y + b.height / 2)(" + box + ")"));
    for (String type : List.of("mousePressed", "mouseReleased")) {
      tools.ask(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
  }

  /** Types a text over what is in a field. */
  void type(String selector, String text) {
    evaluate(element(selector) + ".focus()");
    evaluate(element(selector) + ".select()");
    tools.ask("Input.insertText", Map.of("text", text));
  }

  /** Takes its network away, or gives it back. */
  void setOffline(boolean isOffline) {
    tools.ask(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Has pages be dark, or light. */
  void setDark(boolean isDark) {
    Map<String, Object> scheme =
        Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light");
    tools.ask("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /** Makes it so large, in pixels. */
  void setSize(int width, int height) {
    tools.ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** A picture of it, as PNG. */
  byte[] picture() {
    Object data = tools.ask("Page.captureScreenshot", Map.of("format", "png")).get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  /** What was thrown or complained of up to now. */
  Complaints complaints() {
    return complaints;
  }

  private static String element(String selector) {
    return "document.querySelector(" + Json.write(selector) + ")";
  }

  @Override
  public void close() {
    tools.close();
    end.run();
  }
}
