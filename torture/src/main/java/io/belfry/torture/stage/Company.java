package io.belfry.torture.stage;

import io.belfry.torture.history.Entry.Died;
import io.belfry.torture.history.HistoryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All processes of a run but its props. Whoever ends by itself is started again. */
final class Company implements AutoCloseable {

  static final int STEP_MILLIS = 50;

  private static final long START_MILLIS = 60_000;

  private final List<Part> hubs;
  private final List<Part> servers;
  private final List<Part> actors;
  private final List<Part> all = new ArrayList<>();
  private final HistoryWriter history;

  Company(Plot plot, HistoryWriter history) throws IOException {
    this.hubs = plot.hubs();
    this.servers = plot.servers();
    this.actors = plot.actors();
    this.history = history;
    all.addAll(hubs);
    all.addAll(servers);
    all.addAll(actors);
  }

  List<Part> hubs() {
    return hubs;
  }

  List<Part> servers() {
    return servers;
  }

  /** Those who publish come first. */
  List<Part> actors() {
    return actors;
  }

  Part named(String name) {
    return all.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
  }

  void start() throws IOException, InterruptedException {
    for (Part part : all) {
      part.start();
      if (!actors.contains(part) && !awaitReady(part)) {
        throw new IOException("The process '" + part.name() + "' did not start; see its log.");
      }
    }
    awaitAll();
  }

  void awaitAll() throws InterruptedException {
    for (Part part : all) {
      awaitReady(part);
    }
  }

  boolean awaitReady(Part part) throws InterruptedException {
    long end = System.currentTimeMillis() + START_MILLIS;
    while (!part.isReady() && System.currentTimeMillis() < end) {
      tend();
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
    return part.isReady();
  }

  /** Starts again whoever ended by itself. One that had been there should not have. */
  void tend() {
    for (Part part : all) {
      if (part.hasDied()) {
        if (part.wasReady()) {
          history.write(new Died(part.name()));
        }
        restart(part);
      }
    }
  }

  private static void restart(Part part) {
    try {
      part.start();
    } catch (IOException e) {
      // Then at the next turn.
    }
  }

  @Override
  public void close() {
    all.forEach(Part::release);
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).close();
    }
  }
}
