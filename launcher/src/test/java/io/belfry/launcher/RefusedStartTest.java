package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.BrokerUser;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.broker.Permission;
import io.belfry.launcher.command.Belfry;
import io.belfry.tck.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that can't start says so in a line, with what to do, and ends. */
class RefusedStartTest {

  private static final int HUB = 6;

  @TempDir
  Path directory;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "mqtt, broker.mqtt-port, another port",
    "mqtt, broker.amqp-port, another port",
    "jms, broker.jms-port, another port",
    "zeromq, mailbox.port, set mailbox.port",
    "zeromq, admin.port, set admin.port",
    "zeromq, gateway.port, set gateway.port"
  })
  void a_port_that_is_taken(String profile, String setting, String advice) throws Exception {
    try (ServerSocket taken = taken()) {
      int code = serve(profile, "mailbox.embedded=true", setting + "=" + taken.getLocalPort());
      assertRefused(code, taken, advice);
    }
  }

  @Test
  void the_port_of_the_hub() throws Exception {
    try (ServerSocket taken = taken()) {
      int code = serve("zeromq", "transport.endpoint=" + endpoints(taken.getLocalPort()));
      assertRefused(code, taken, "choose another");
    }
  }

  @Test
  void a_data_directory_that_can_not_be_written() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertThat(serve("zeromq", "data.directory=" + file.resolve("data"))).isEqualTo(2);
    assertTold("can't be written", "set data.directory");
  }

  @Test
  void a_store_that_is_damaged() throws Exception {
    Files.writeString(directory.resolve("belfry.db"), "this is no database, whatever it is");
    assertThat(serve("zeromq")).isIn(1, 2);
    assertTold("belfry.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mqtt", "jms"})
  void a_broker_that_does_not_answer(String profile) throws Exception {
    assertThat(serve(profile, "transport.url=tcp://127.0.0.1:" + FreePorts.one()))
        .isEqualTo(1);
    assertTold("The broker at tcp://127.0.0.1:", "reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mqtt", "jms"})
  void a_password_that_the_broker_does_not_know(String profile) throws Exception {
    BrokerUser quasimodo = new BrokerUser("quasimodo", "emmanuel", Set.of("ringers"));
    BrokerConfig config = BrokerConfig.DEFAULTS
        .withPorts(new BrokerPorts(0, 0, 0))
        .withUsers(List.of(quasimodo), List.of(Permission.all("ringers", "#")));
    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      int port = profile.equals("mqtt") ? broker.mqttPort() : broker.jmsPort();
      int code = serve(
          profile,
          "transport.url=tcp://127.0.0.1:" + port,
          "transport.user=quasimodo",
          "transport.password=swordfish");
      assertThat(code).isEqualTo(1);
    }
    assertTold("does not let us in", "check 'user' and 'password'");
    assertThat(told()).noneMatch(line -> line.contains("swordfish"));
  }

  private void assertRefused(int code, ServerSocket taken, String advice) {
    assertThat(code).isIn(1, 2);
    assertTold(Integer.toString(taken.getLocalPort()), advice);
  }

  private List<String> told() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void assertTold(String... pieces) {
    assertThat(told())
        .filteredOn(line -> !line.contains(" INFO ")) // What had started before.
        .singleElement()
        .asString()
        .startsWith("belfry: ")
        .contains(pieces);
  }

  private int serve(String profile, String... settings) throws IOException {
    List<String> line = new ArrayList<>(List.of("serve", "--profile", profile));
    List<String> set = new ArrayList<>(List.of(
        "data.directory=" + directory,
        "broker.jms-port=0",
        "broker.amqp-port=0",
        "broker.mqtt-port=0",
        "mailbox.port=0",
        "admin.port=0",
        "gateway.port=0"));
    if (profile.equals("zeromq")) {
      set.add("transport.endpoint=" + endpoints(FreePorts.one()));
    }
    set.addAll(List.of(settings));
    set.forEach(each -> line.addAll(List.of("--set", each)));
    PrintStream usual = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8)); // The log's, too.
    try {
      return Belfry.commandLine().execute(line.toArray(String[]::new));
    } finally {
      System.setErr(usual);
    }
  }

  private static ServerSocket taken() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static String endpoints(int first) throws IOException {
    return Stream.concat(Stream.of(first), FreePorts.choose(HUB - 1).stream())
        .map(port -> "tcp://127.0.0.1:" + port)
        .collect(Collectors.joining(","));
  }
}
