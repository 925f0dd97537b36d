package io.belfry.torture.stage;

import io.belfry.torture.history.Entry.Killed;
import io.belfry.torture.history.HistoryWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Kills, and starts again, while the others go on. */
final class Mayhem {

  /** How many server kills go to one of the others. */
  private static final int FOR_ONE_ACTOR = 3;

  private static final int FOR_ONE_PROP = 5;

  /** How many kills go to one of somebody who is just starting. */
  private static final int FOR_ONE_EARLY = 6;

  private static final int WORK_MILLIS = 1_500;
  private static final long PATIENCE_MILLIS = 10_000;

  private final Options options;
  private final Random random;
  private final Props props;
  private final Company company;
  private final Path histories;
  private final HistoryWriter history;
  private long acknowledged;

  Mayhem(Options options, Props props, Company company, Path histories, HistoryWriter history) {
    this.options = options;
    this.random = new Random(options.seed());
    this.props = props;
    this.company = company;
    this.histories = histories;
    this.history = history;
  }

  void run() throws IOException, InterruptedException {
    Deque<Agenda.Act> acts = new ArrayDeque<>(agenda().acts());
    long elapsed = 0;
    while (elapsed < options.seconds() * 1_000L || !acts.isEmpty()) {
      while (!acts.isEmpty() && acts.peek().at() <= elapsed) {
        perform(acts.remove());
      }
      long before = System.currentTimeMillis();
      company.tend();
      TimeUnit.MILLISECONDS.sleep(Company.STEP_MILLIS);
      elapsed += System.currentTimeMillis() - before;
    }
  }

  private Agenda agenda() {
    int kills = options.kills();
    int others = Math.max(Math.min(1, kills), kills / FOR_ONE_PROP);
    Agenda agenda = new Agenda(random, options.seconds() * 1_000L)
        .kill(kills, names(company.servers()))
        .kill(others, names(company.hubs()))
        .kill(Math.max(others, kills / FOR_ONE_ACTOR), crashing())
        .kill(others, List.of(Plot.PUBLISHERS));
    props.all().forEach(prop -> agenda.kill(others, List.of(prop.name())));
    return agenda;
  }

  private List<String> crashing() {
    return names(company.actors()).stream().filter(Plot.CRASHING::equals).toList();
  }

  private static List<String> names(List<Part> parts) {
    return parts.stream().map(Part::name).toList();
  }

  private void perform(Agenda.Act act) throws IOException, InterruptedException {
    Optional<Prop> prop =
        props.all().stream().filter(each -> each.name().equals(act.target())).findFirst();
    if (prop.isPresent()) {
      perform(act.isKill(), prop.get());
    } else {
      perform(act.isKill(), company.named(act.target()));
    }
  }

  private void perform(boolean isKill, Prop prop) {
    if (isKill) {
      history.write(new Killed(prop.name()));
      prop.kill();
    } else {
      prop.revive();
    }
  }

  private void perform(boolean isKill, Part part) throws IOException, InterruptedException {
    if (!isKill) {
      part.kill();
      part.start();
      return;
    }
    if (company.servers().contains(part) && random.nextInt(FOR_ONE_EARLY) > 0) {
      awaitUse(part);
    }
    history.write(new Killed(part.name()));
    part.kill();
  }

  /**
   * On a slow machine as on a fast one, most servers get to work before they are killed again. But
   * without what they stand on they never would, and nobody brings that back meanwhile.
   */
  private void awaitUse(Part server) throws InterruptedException {
    if (props.all().stream().noneMatch(Prop::isAway) && company.awaitReady(server)) {
      awaitWork();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(WORK_MILLIS));
    }
  }

  /** Waits until something was acknowledged since the kill before, if anybody is there to ask. */
  private void awaitWork() throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    Part publishers = company.actors().get(0);
    long count = Arrival.acknowledged(histories, options.publishers());
    while (count <= acknowledged && publishers.isReady() && System.currentTimeMillis() < end) {
      company.tend();
      TimeUnit.MILLISECONDS.sleep(4 * Company.STEP_MILLIS);
      count = Arrival.acknowledged(histories, options.publishers());
    }
    acknowledged = count;
  }
}
