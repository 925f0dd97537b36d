package io.belfry.benchmark.broker;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerException;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program of the broker's process. It says at which ports it is reached, and ends when its
 * standard input does: so it ends with whoever started it, however that ended.
 */
public final class BrokerMain {

  /** Has it keep persistent messages, in a directory that goes when it ends. */
  static final String PERSISTENT = "persistent";

  /** Before the ports, in the one line that it writes. */
  static final String READY = "ready";

  /** Room for what the contestants have under way, so that no send is refused. */
  private static final long MEMORY_BYTES = 512L << 20;

  private static final int FAILED = 1;

  private BrokerMain() {}

  /** Runs until there is no more input; the one argument may be {@value #PERSISTENT}. */
  public static void main(String[] arguments) throws IOException {
    BrokerConfig config =
        BrokerConfig.DEFAULTS.withPorts(BrokerPorts.FREE).withMaxMemory(MEMORY_BYTES);
    if (List.of(arguments).contains(PERSISTENT)) {
      Path directory = Files.createTempDirectory("belfry-benchmark");
      // Hooks run in any order, and this must come last: so there is but one.
      run(config.withDirectory(directory), () -> delete(directory));
    } else {
      run(config, () -> {});
    }
  }

  private static void run(BrokerConfig config, Runnable tidy) throws IOException {
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(config);
    } catch (BrokerException e) {
      tidy.run();
      System.err.println(e.getMessage());
      System.exit(FAILED);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      broker.close();
      tidy.run();
    }));
    System.out.println(READY + " " + broker.jmsPort() + " " + broker.mqttPort());
    awaitEndOfInput();
    System.exit(0);
  }

  private static void awaitEndOfInput() throws IOException {
    int read = 0;
    while (read >= 0) {
      read = System.in.read();
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      System.err.println("The directory '" + directory + "' can't be deleted: " + e.getMessage());
    }
  }
}
