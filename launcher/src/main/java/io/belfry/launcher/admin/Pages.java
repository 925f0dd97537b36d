package io.belfry.launcher.admin;

import io.belfry.server.NotificationServer;
import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The pages that there are, by their paths. */
public final class Pages {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Map<String, Supplier<Page>> pages = new LinkedHashMap<>();

  private Pages() {}

  /**
   * Whether a server lives, whether it can work, and how much it does.
   *
   * @param server which one
   * @param metrics of its process
   * @return the pages
   */
  public static Pages of(NotificationServer server, Metrics metrics) {
    Pages pages = new Pages();
    pages.pages.put("/health/live", () -> health(withLocks(server.life())));
    pages.pages.put("/health/ready", () -> health(server.readiness()));
    pages.pages.put("/metrics", metrics::page);
    return pages;
  }

  Page at(String path) {
    Supplier<Page> page = pages.get(path);
    return page == null
        ? Page.problem(
            404, "There is no such page; there are " + String.join(", ", pages.keySet()) + ".")
        : page.get();
  }

  /** Threads that wait for each other do so for ever. */
  private static Map<String, Health> withLocks(Map<String, Health> parts) {
    Map<String, Health> all = new LinkedHashMap<>(parts);
    boolean isStuck = ManagementFactory.getThreadMXBean().findDeadlockedThreads() != null;
    all.put(
        "locks",
        isStuck
            ? new Health(State.DOWN, "Threads wait for each other; start the server anew.")
            : new Health(State.UP, "No threads wait for each other."));
    return all;
  }

  private static Page health(Map<String, Health> parts) {
    boolean isWell = parts.values().stream().allMatch(Health::isHealthy);
    Map<String, Object> shown = new LinkedHashMap<>();
    parts.forEach((name, health) ->
        shown.put(name, Map.of("state", state(health), "detail", health.detail())));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("healthy", isWell);
    content.put("parts", shown);
    return Page.json(isWell ? OK : UNAVAILABLE, content);
  }

  private static String state(Health health) {
    return health.state().name().toLowerCase(Locale.ROOT);
  }
}
