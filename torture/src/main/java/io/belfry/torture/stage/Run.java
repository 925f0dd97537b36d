package io.belfry.torture.stage;

import io.belfry.torture.cast.ActorProcess;
import io.belfry.torture.history.Entry.Died;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Killed;
import io.belfry.torture.history.HistoryWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One run: everything starts, is killed and started again, comes to rest and ends. */
public final class Run implements AutoCloseable {

  private static final long START_MILLIS = 60_000;
  private static final long FINISH_MILLIS = 60_000;
  private static final long ARRIVAL_MILLIS = 45_000;
  private static final int STEP_MILLIS = 50;
  private static final int LOOK_MILLIS = 500;

  /** How many server kills go to one of the others. */
  private static final int FOR_ONE_ACTOR = 3;

  private static final int FOR_ONE_PROP = 5;

  /** How many kills go to one of somebody who is just starting. */
  private static final int FOR_ONE_EARLY = 6;

  private static final int WORK_MILLIS = 1_500;
  private static final long PATIENCE_MILLIS = 10_000;

  private final Options options;
  private final Random random;
  private final Path histories;
  private final HistoryWriter history;
  private final Props props;
  private final List<Part> hubs;
  private final List<Part> servers;
  private final List<Part> actors;
  private final List<Part> parts = new ArrayList<>();
  private long acknowledged;

  private Run(Options options, Path directory, Props props) throws IOException {
    this.options = options;
    this.random = new Random(options.seed());
    this.props = props;
    histories = directory.resolve("histories");
    Plot plot =
        new Plot(options, props.wiring(), props.store(), directory, System.currentTimeMillis());
    hubs = plot.hubs();
    servers = plot.servers();
    actors = plot.actors();
    parts.addAll(hubs);
    parts.addAll(servers);
    parts.addAll(actors);
    history = HistoryWriter.open(histories, "director");
  }

  /**
   * Runs it all.
   *
   * @param options what to torture
   * @param directory where the files go, each kind below it
   * @throws IOException if something does not start
   * @throws InterruptedException if it is to end
   */
  public static void of(Options options, Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory.resolve("histories"));
    Files.createDirectories(directory.resolve("logs"));
    try (Props props = Props.start(options, directory);
        Run run = new Run(options, directory, props)) {
      run.begin();
      run.torture();
      run.rest();
    }
  }

  private void begin() throws IOException, InterruptedException {
    for (Part part : parts) {
      part.start();
      if (!actors.contains(part) && !awaitReady(part)) {
        throw new IOException("The process '" + part.name() + "' did not start; see its log.");
      }
    }
    for (Part part : actors) {
      awaitReady(part);
    }
  }

  private boolean awaitReady(Part part) throws InterruptedException {
    long end = System.currentTimeMillis() + START_MILLIS;
    while (!part.isReady() && System.currentTimeMillis() < end) {
      tend();
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
    return part.isReady();
  }

  private void torture() throws IOException, InterruptedException {
    Deque<Agenda.Act> acts = new ArrayDeque<>(agenda().acts());
    long elapsed = 0;
    while (elapsed < options.seconds() * 1_000L || !acts.isEmpty()) {
      while (!acts.isEmpty() && acts.peek().at() <= elapsed) {
        act(acts.remove());
      }
      long before = System.currentTimeMillis();
      tend();
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
      elapsed += System.currentTimeMillis() - before;
    }
  }

  private Agenda agenda() {
    int kills = options.kills();
    int others = Math.max(Math.min(1, kills), kills / FOR_ONE_PROP);
    Agenda agenda = new Agenda(random, options.seconds() * 1_000L)
        .kill(kills, names(servers))
        .kill(others, names(hubs))
        .kill(Math.max(others, kills / FOR_ONE_ACTOR), crashing())
        .kill(others, List.of(Plot.PUBLISHERS));
    props.all().forEach(prop -> agenda.kill(others, List.of(prop.name())));
    return agenda;
  }

  private List<String> crashing() {
    return names(actors).stream().filter(Plot.CRASHING::equals).toList();
  }

  private static List<String> names(List<Part> parts) {
    return parts.stream().map(Part::name).toList();
  }

  private void act(Agenda.Act act) throws IOException, InterruptedException {
    Optional<Prop> prop =
        props.all().stream().filter(each -> each.name().equals(act.target())).findFirst();
    if (prop.isPresent()) {
      act(act.isKill(), prop.get());
    } else {
      act(
          act.isKill(),
          parts.stream()
              .filter(part -> part.name().equals(act.target()))
              .findFirst()
              .orElseThrow());
    }
  }

  private void act(boolean isKill, Prop prop) {
    if (isKill) {
      history.write(new Killed(prop.name()));
      prop.kill();
    } else {
      prop.revive();
    }
  }

  /** On a slow machine as on a fast one, most servers get to work before they are killed again. */
  private void act(boolean isKill, Part part) throws IOException, InterruptedException {
    if (!isKill) {
      part.kill();
      part.start();
      return;
    }
    if (servers.contains(part) && random.nextInt(FOR_ONE_EARLY) > 0 && awaitReady(part)) {
      awaitWork();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(WORK_MILLIS));
    }
    history.write(new Killed(part.name()));
    part.kill();
  }

  /** Waits until something was acknowledged since the kill before, if anybody is there to ask. */
  private void awaitWork() throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    long count = Arrival.acknowledged(histories, options.publishers());
    while (count <= acknowledged && actors.get(0).isReady() && System.currentTimeMillis() < end) {
      tend();
      TimeUnit.MILLISECONDS.sleep(4 * STEP_MILLIS);
      count = Arrival.acknowledged(histories, options.publishers());
    }
    acknowledged = count;
  }

  /** Starts again whoever ended by itself. One that had been there should not have. */
  private void tend() throws InterruptedException {
    for (Part part : parts) {
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

  /** Nothing is killed any more, and all that was acknowledged has to arrive. */
  private void rest() throws InterruptedException {
    for (Prop prop : props.all()) {
      prop.awaitRunning();
    }
    for (Part part : parts) {
      awaitReady(part);
    }
    finish(actors.subList(0, 1));
    Arrival arrival = new Arrival(histories);
    long end = System.currentTimeMillis() + ARRIVAL_MILLIS;
    while (!arrival.isComplete() && System.currentTimeMillis() < end) {
      tend();
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    finish(actors.subList(1, actors.size()));
    endServers();
    history.write(new Finished());
  }

  private void finish(List<Part> finishing) throws InterruptedException {
    for (Part part : finishing) {
      part.release();
      part.child().tell(ActorProcess.FINISH);
    }
    for (Part part : finishing) {
      part.child().await(ActorProcess.FINISHED::equals, FINISH_MILLIS);
      part.close();
    }
  }

  /** In good order, which has to work, too. */
  private void endServers() throws InterruptedException {
    for (Part server : servers) {
      server.release();
      if (!server.child().end()) {
        history.write(new Died(server.name()));
      }
    }
  }

  @Override
  public void close() {
    parts.forEach(Part::release);
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).close();
    }
    history.close();
  }
}
