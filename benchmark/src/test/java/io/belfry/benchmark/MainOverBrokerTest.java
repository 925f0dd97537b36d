package io.belfry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program where the contestants meet at a broker: that it runs, not how fast. */
class MainOverBrokerTest {

  private static final String SHORT =
      "--size 100 --rounds 1 --seconds 0.05 --warm-up 0.02 --rate 500 --json ";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir
  private Path directory;

  @Test
  void over_mqtt_both_meet_at_the_broker_that_is_started_for_them() throws IOException {
    String json = run("--transport mqtt --qos 0 --scenario pubsub-1,reqrep-64,pipeline-4 " + SHORT);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "Paho 1.2.5 QoS 0",
            " mqtt,",
            " mqtt, packing]",
            "broker Artemis 2.",
            "in memory",
            "ratio");
    assertThat(json).contains("\"broker\": \"Artemis 2.", "\"qos\": 0");
  }

  @Test
  void over_jms_the_blocking_form_can_be_measured_alone() throws IOException {
    String json =
        run("--transport jms --persistent --only raw-blocking --scenario pipeline-4 " + SHORT);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Artemis client 2.", "raw-blocking", "persistent")
        .doesNotContain("ratio");
    assertThat(json).contains("\"raw-blocking\": {", "\"persistent\": true");
  }

  @Test
  void over_jms_the_blocking_form_stands_beside_them() throws IOException {
    String json = run("--transport jms --persistent --scenario pubsub-1,reqrep-64,pipeline-4 "
        + "--set user=me --set password=hidden " + SHORT);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Artemis client 2.", " jms, ", "raw-blocking", "persistent", "ratio");
    assertThat(json)
        .contains("\"raw-blocking\": {", "\"persistent\": true", "\"user\": \"me\"")
        .doesNotContain("hidden");
  }

  private String run(String options) throws IOException {
    Path json = directory.resolve("figures.json");
    int exit = Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        System.err,
        false,
        (options + json).split(" ", -1));
    assertThat(exit).isZero();
    assertThat(Files.readString(json))
        .contains("\"lost\": 0", "\"repeated\": 0", "\"damaged\": 0")
        .doesNotContainPattern("\"(lost|repeated|damaged)\": [1-9]");
    return Files.readString(json);
  }
}
