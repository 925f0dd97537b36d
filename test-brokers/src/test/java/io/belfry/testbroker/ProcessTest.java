package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that are started, and are gone in the end. */
class ProcessTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @ParameterizedTest
  @EnumSource(names = {"MOSQUITTO", "ARTEMIS_PROCESS"})
  void nothing_is_left_of_a_process(Kind kind) throws Exception {
    ProcessBroker broker = (ProcessBroker) TestBrokers.startOrSkip(kind, Setup.PLAIN.persistent());
    ProcessHandle process = broker.handle().orElseThrow();
    assertThat(process.isAlive()).isTrue();
    assertThat(broker.files()).exists();
    broker.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(broker.files()).doesNotExist();
  }

  @Test
  void what_ends_at_once_says_why(@TempDir Path directory) throws IOException {
    ServerProcess process = new ServerProcess(
        List.of(JAVA, "-Xmx64m", "NoSuchProgram"),
        directory,
        Addresses.free(Set.of(Protocol.MQTT)).all());
    assertThatThrownBy(process::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended while it started")
        .hasMessageContaining("NoSuchProgram");
    assertThat(process.handle()).isEmpty();
  }

  @Test
  void nothing_outlives_the_program_that_started_it(@TempDir Path directory) throws Exception {
    Process program = new ProcessBuilder(
            JAVA,
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Forgetful.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .start();
    String printed =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(program.waitFor(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(printed).as("the id of the server").matches("\\d+");
    Waiting.until("the server was gone", () -> isGone(Long.parseLong(printed)));
  }

  private static boolean isGone(long id) {
    return ProcessHandle.of(id).map(process -> !process.isAlive()).orElse(true);
  }
}
