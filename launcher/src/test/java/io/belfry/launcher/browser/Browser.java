package io.belfry.launcher.browser;

import io.belfry.launcher.start.PassingDirectory;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium, as Debian has it, without a screen and with a passing profile. */
final class Browser implements AutoCloseable {

  private static final String PORT_FILE = "DevToolsActivePort";
  private static final int END_SECONDS = 10;
  private static final List<String> OPTIONS = List.of(
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage",
      "--disable-breakpad",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--hide-scrollbars",
      "--remote-debugging-port=0");

  private final HttpClient http = HttpClient.newHttpClient();
  private final PassingDirectory profile;
  private final Process process;
  private final Thread atTheEnd;

  private Browser(PassingDirectory profile, Process process) {
    this.profile = profile;
    this.process = process;
    this.atTheEnd = new Thread(process::destroyForcibly, "test-browser-end");
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /** Starts one; without the program the test is skipped. */
  static Browser startOrSkip() throws IOException {
    return start(Installed.findOrSkip(Installed.CHROMIUM));
  }

  private static Browser start(Path program) throws IOException {
    PassingDirectory profile = PassingDirectory.make("browser");
    ProcessBuilder command = new ProcessBuilder(program.toString());
    command.command().addAll(OPTIONS);
    command.command().add("--user-data-dir=" + profile.path());
    command.environment().put("HOME", profile.path().toString());
    command.redirectErrorStream(true);
    command.redirectOutput(profile.path().resolve("output").toFile());
    Browser browser = new Browser(profile, command.start());
    try {
      Waiting.until(
          "the browser said where it can be driven", () -> browser.port().isPresent());
      return browser;
    } catch (RuntimeException | Error e) {
      browser.close();
      throw e;
    }
  }

  /** A new window, with nothing in it. */
  Window window() {
    Map<String, Object> target = Json.read(ask("PUT", "/json/new?about:blank"));
    URI driver = URI.create(String.valueOf(target.get("webSocketDebuggerUrl")));
    String id = String.valueOf(target.get("id"));
    return new Window(DevTools.connect(http, driver), () -> ask("GET", "/json/close/" + id));
  }

  private String ask(String method, String path) {
    URI uri = URI.create("http://127.0.0.1:" + port().orElseThrow() + path);
    return Waiting.value(http.sendAsync(
            HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
            BodyHandlers.ofString()))
        .body();
  }

  /** It writes the file when it listens. */
  private Optional<String> port() {
    try {
      return Files.readAllLines(profile.path().resolve(PORT_FILE)).stream()
          .findFirst()
          .filter(line -> !line.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.toHandle().destroy();
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    Waiting.until("the browser's profile was gone", this::isDeleted);
  }

  /** Those that are just ending may still write. */
  private boolean isDeleted() {
    try {
      profile.close();
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
