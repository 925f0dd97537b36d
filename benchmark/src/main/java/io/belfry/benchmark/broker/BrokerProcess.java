package io.belfry.benchmark.broker;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An embedded broker in a process of its own, so that its threads and its garbage are not taken for
 * those of the clients.
 */
public final class BrokerProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final Process process;
  private final boolean isPersistent;
  private final Thread hook = new Thread(this::end, "end of the broker");
  private final String jmsUrl;
  private final String mqttUrl;

  private BrokerProcess(Process process, boolean isPersistent, List<String> ports) {
    this.process = process;
    this.isPersistent = isPersistent;
    this.jmsUrl = "tcp://127.0.0.1:" + ports.get(0);
    this.mqttUrl = "tcp://127.0.0.1:" + ports.get(1);
  }

  /**
   * Starts a broker, and waits until it lets clients in.
   *
   * @param isPersistent whether it writes persistent messages to the disk
   * @throws BreakdownException if it does not start
   */
  public static BrokerProcess start(boolean isPersistent) {
    try {
      Process process = new ProcessBuilder(command(isPersistent))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      BrokerProcess broker = new BrokerProcess(process, isPersistent, ports(process));
      Runtime.getRuntime().addShutdownHook(broker.hook);
      return broker;
    } catch (IOException e) {
      throw new BreakdownException(e);
    }
  }

  private static List<String> command(boolean isPersistent) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-cp",
        System.getProperty("java.class.path"),
        BrokerMain.class.getName()));
    if (isPersistent) {
      command.add(BrokerMain.PERSISTENT);
    }
    return command;
  }

  /** What it says is nothing if it fails, for then it ends, and tells why elsewhere. */
  private static List<String> ports(Process process) throws IOException {
    BufferedReader reader = process.inputReader();
    String line = reader.readLine();
    if (line == null || !line.startsWith(BrokerMain.READY + " ")) {
      process.destroyForcibly();
      throw new BreakdownException("The broker did not start; use --broker for one of your own.");
    }
    return List.of(line.split(" ", -1)).subList(1, 3);
  }

  /** Where JMS clients connect. */
  public String jmsUrl() {
    return jmsUrl;
  }

  /** Where MQTT clients connect. */
  public String mqttUrl() {
    return mqttUrl;
  }

  /** The number that the system gave to the process. */
  public long pid() {
    return process.pid();
  }

  /** What it is, to the version. */
  public String version() {
    return "Artemis " + Version.of("org.apache.artemis", "artemis-server")
        + (isPersistent ? ", persistent" : ", in memory") + ", in a process of its own";
  }

  /** Ends the process, and waits until it has ended. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The machine ends, and the hook does the rest.
    }
    end();
  }

  private void end() {
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
