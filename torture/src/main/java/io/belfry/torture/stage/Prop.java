package io.belfry.torture.stage;

import io.belfry.torture.cast.Instructions;
import io.belfry.torture.cast.PropProcess;
import java.io.IOException;
import java.nio.file.Path;

/** A broker or a database, in a process that looks after it. */
final class Prop implements AutoCloseable {

  private static final String READY = "ready ";
  private static final long PATIENCE_MILLIS = 90_000;

  private final String name;
  private final Child keeper;
  private final String url;
  private long starts;
  private boolean isAway;

  private Prop(String name, Child keeper, String url) {
    this.name = name;
    this.keeper = keeper;
    this.url = url;
  }

  static Prop start(String name, Instructions instructions, Path logs)
      throws IOException, InterruptedException {
    Child keeper =
        Child.start(name, PropProcess.class, instructions.arguments(), logs.resolve(name + ".log"));
    String said = keeper.await(line -> line.startsWith(READY), PATIENCE_MILLIS).orElse("");
    if (said.isEmpty()) {
      keeper.close();
      throw new IOException(
          "The " + name + " did not start; see " + logs.resolve(name + ".log") + ".");
    }
    return new Prop(name, keeper, said.substring(READY.length()));
  }

  String name() {
    return name;
  }

  String url() {
    return url;
  }

  void kill() {
    isAway = true;
    keeper.tell(PropProcess.KILL);
  }

  /** Begins to start it again. */
  void revive() {
    isAway = false;
    keeper.tell(PropProcess.START);
    starts++;
  }

  /** Whether it was killed and nobody has begun to start it again. */
  boolean isAway() {
    return isAway;
  }

  /** Waits until it runs. */
  boolean awaitRunning() throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (keeper.count(PropProcess.STARTED) < starts
        && keeper.isAlive()
        && System.currentTimeMillis() < end) {
      keeper.await(line -> false, 100);
    }
    return keeper.count(PropProcess.STARTED) == starts && keeper.isAlive();
  }

  @Override
  public void close() {
    keeper.close();
  }
}
