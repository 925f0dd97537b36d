package io.belfry.launcher.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.belfry.server.access.Access;
import io.belfry.settings.SettingsException;
import io.belfry.transport.Loopback;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers operators over HTTP, by a bounded number of threads that are there only while they are
 * needed: a silent client holds none of them, and one that stops in the middle of its request holds
 * one for a few seconds.
 */
public final class Admin implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Admin.class.getName());

  /** Java's server has no other switches for this; it reads them when it is made first. */
  private static final Map<String, String> LIMITS = Map.of(
      "sun.net.httpserver.maxReqTime", "3",
      "sun.net.httpserver.maxRspTime", "10",
      "jdk.httpserver.maxConnections", "100");

  private static final int THREADS = 32;
  private static final int IDLE_SECONDS = 5;
  private static final List<String> METHODS = List.of("GET", "HEAD");
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int FAULT = 500;
  private static final int UNAUTHORIZED = 401;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Pages pages;
  private final Optional<Doorkeeper> door;

  private Admin(HttpServer server, Pages pages, Optional<Doorkeeper> door) {
    AtomicInteger number = new AtomicInteger();
    this.server = server;
    this.pages = pages;
    this.door = door;
    ThreadPoolExecutor bounded = new ThreadPoolExecutor(
        THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
          Thread thread = new Thread(task, "belfry-admin-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
    bounded.allowCoreThreadTimeOut(true);
    this.threads = bounded;
  }

  /**
   * Begins to answer.
   *
   * @param host where to listen
   * @param port at which port; any free one with 0
   * @param pages what there is
   * @param access who may see it, where others than this machine can ask
   * @return the server
   * @throws SettingsException with one sentence, if it can't listen there, or must not
   */
  public static Admin open(String host, int port, Pages pages, Access access) {
    boolean isConfined = Loopback.holds(host);
    if (!isConfined && access.isOpen()) {
      throw new SettingsException("Other machines could see health and metrics at " + host
          + "; set auth.tokens, or admin.host to the loopback.");
    }
    Optional<Doorkeeper> door = isConfined ? Optional.empty() : Optional.of(new Doorkeeper(access));
    Admin admin = new Admin(listen(host, port), pages, door);
    admin.start(host);
    return admin;
  }

  private static HttpServer listen(String host, int port) {
    LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new SettingsException(
          "The host " + host + " for health and metrics is unknown; set admin.host.");
    }
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new SettingsException("Health and metrics can't listen at " + host + ":" + port + " ("
          + e.getMessage() + "); stop what does, or set admin.port to another port.");
    }
  }

  private void start(String host) {
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    LOG.log(Level.INFO, "Health and metrics are at http://{0}:{1}", host, Integer.toString(port()));
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Page answer(HttpExchange exchange) {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    return door.flatMap(keeper -> keeper.refusal(Optional.ofNullable(shown)))
        .orElseGet(
            () -> answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath()));
  }

  private Page answer(String method, String path) {
    if (!METHODS.contains(method)) {
      return Page.problem(METHOD_NOT_ALLOWED, "Nothing can be changed here; use GET or HEAD.");
    }
    try {
      return pages.at(path);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The page " + path + " has failed", e);
      return Page.problem(FAULT, "The page has failed; the server's log says why.");
    }
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    byte[] body = page.bytes();
    exchange.getResponseHeaders().set("Content-Type", page.type());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (page.status() == METHOD_NOT_ALLOWED) {
      exchange.getResponseHeaders().set("Allow", String.join(", ", METHODS));
    }
    if (page.status() == UNAUTHORIZED) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(page.status(), NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(page.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
