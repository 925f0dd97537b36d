package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.BreakdownException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Clients in a process of their own, so that what they keep is not taken for the server's. */
public final class CrowdProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final Process process;

  private CrowdProcess(Process process) {
    this.process = process;
  }

  /**
   * Has them come, and waits until all are there.
   *
   * @param way how
   * @param port where the server is
   * @param count how many
   * @throws BreakdownException if they are not let in
   */
  public static CrowdProcess start(Way way, int port, int count) {
    try {
      Process process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-cp",
              System.getProperty("java.class.path"),
              CrowdMain.class.getName(),
              way.name(),
              Integer.toString(port),
              Integer.toString(count))
          .redirectError(Redirect.INHERIT)
          .start();
      if (!CrowdMain.READY.equals(process.inputReader().readLine())) {
        process.destroyForcibly();
        throw new BreakdownException("The clients were not let in.");
      }
      return new CrowdProcess(process);
    } catch (IOException e) {
      throw new BreakdownException(e);
    }
  }

  /**
   * Complains if one of them has left, and so all have.
   *
   * @throws BreakdownException that says so
   */
  public void requireAll() {
    if (!process.isAlive()) {
      throw new BreakdownException("Of the clients, one has left before its time.");
    }
  }

  /** All leave, and the process ends. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // Then it has ended, or will not do so by itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
