package io.belfry.torture.stage;

import io.belfry.torture.cast.ActorProcess;
import io.belfry.torture.history.Entry.Died;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.HistoryWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run: everything starts, is killed and started again, comes to rest and ends. */
public final class Run {

  private static final long FINISH_MILLIS = 60_000;
  private static final long ARRIVAL_MILLIS = 45_000;
  private static final int LOOK_MILLIS = 500;

  private final Path histories;
  private final HistoryWriter history;
  private final Props props;
  private final Company company;

  private Run(Path histories, HistoryWriter history, Props props, Company company) {
    this.histories = histories;
    this.history = history;
    this.props = props;
    this.company = company;
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
    Path histories = Files.createDirectories(directory.resolve("histories"));
    Files.createDirectories(directory.resolve("logs"));
    try (Props props = Props.start(options, directory);
        HistoryWriter history = HistoryWriter.open(histories, "director");
        Company company = new Company(
            new Plot(options, props.wiring(), props.store(), directory, System.currentTimeMillis()),
            history)) {
      company.start();
      new Mayhem(options, props, company, histories, history).run();
      new Run(histories, history, props, company).rest();
    }
  }

  /** Nothing is killed any more, and all that was acknowledged has to arrive. */
  private void rest() throws InterruptedException {
    for (Prop prop : props.all()) {
      prop.awaitRunning();
    }
    company.awaitAll();
    List<Part> actors = company.actors();
    finish(actors.subList(0, 1));
    Arrival arrival = new Arrival(histories);
    long end = System.currentTimeMillis() + ARRIVAL_MILLIS;
    while (!arrival.isComplete() && System.currentTimeMillis() < end) {
      company.tend();
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    finish(actors.subList(1, actors.size()));
    endServers();
    history.write(new Finished());
  }

  private static void finish(List<Part> finishing) throws InterruptedException {
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
    for (Part server : company.servers()) {
      server.release();
      if (!server.child().end()) {
        history.write(new Died(server.name()));
      }
    }
  }
}
