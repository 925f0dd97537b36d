package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Transport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Who works and serves, and is killed: the broker hears of it at once, and must not wait for
 * anybody to come back.
 */
class DyingWorkerTest {

  private static final int MANY = 20;
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final SharedBroker BROKER = new SharedBroker(Kind.EMBEDDED, Setup.PLAIN);

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @Test
  void what_it_held_goes_to_others_at_once() throws Exception {
    Set<String> done = ConcurrentHashMap.newKeySet();
    try (Clients clients = new Clients(BROKER.running())) {
      Transport transport = clients.open(DyingWorker.PATIENT);
      try (Program dying = start()) {
        IntStream.range(0, MANY)
            .forEach(i -> Waiting.value(transport.push(DyingWorker.WORK, Message.of("n" + i))));
        dying.awaitLine(DyingWorker.BUSY::equals);
      }

      Waiting.value(transport
          .pull(DyingWorker.WORK, work -> done.add(work.payload().text()))
          .ready());
      Waiting.value(transport
          .serve(DyingWorker.SERVICE, CompletableFuture::completedStage)
          .ready());

      Waiting.until("all is done", () -> done.size() == MANY);
      Set<String> answers = IntStream.range(0, MANY)
          .mapToObj(i -> transport.request(DyingWorker.SERVICE, Message.of("n" + i), LONG))
          .map(Waiting::value)
          .map(reply -> reply.payload().text())
          .collect(Collectors.toSet());
      assertThat(answers).hasSize(MANY);
    }
  }

  /** It is killed when it is closed. */
  private static Program start() throws Exception {
    InetSocketAddress address = BROKER.running().at(Protocol.JMS);
    Program program = Program.run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        DyingWorker.class.getName(),
        address.getHostString(),
        Integer.toString(address.getPort()));
    program.awaitLine(DyingWorker.READY::equals);
    return program;
  }
}
