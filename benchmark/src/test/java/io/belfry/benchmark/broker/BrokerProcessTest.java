package io.belfry.benchmark.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerProcessTest {

  private static final int PATIENCE_SECONDS = 20;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void it_runs_apart_and_has_ended_when_it_is_closed(boolean isPersistent) throws IOException {
    long pid;
    try (BrokerProcess broker = BrokerProcess.start(isPersistent)) {
      pid = broker.pid();
      assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
      requireOpen(broker.jmsUrl());
      requireOpen(broker.mqttUrl());
      assertThat(broker.version())
          .matches("Artemis 2\\.\\d+\\.\\d+, (in memory|persistent), in a process of its own");
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void it_ends_with_its_input_and_takes_its_directory_along(@TempDir Path temporary)
      throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            BrokerMain.class.getName(),
            BrokerMain.PERSISTENT)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      assertThat(process.inputReader().readLine()).matches("ready \\d+ \\d+");
      assertThat(temporary.toFile().list()).anyMatch(name -> name.startsWith("belfry-benchmark"));
      process.getOutputStream().close();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
    try (var left = Files.list(temporary)) {
      assertThat(left.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("belfry-benchmark"));
    }
  }

  private static void requireOpen(String url) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }
}
