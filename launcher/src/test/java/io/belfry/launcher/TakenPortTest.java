package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.command.Belfry;
import io.belfry.tck.FreePorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that can't listen says so in a line, with the port and what to do, and ends. */
class TakenPortTest {

  private static final int HUB = 6;

  @TempDir
  Path directory;

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "mqtt, broker.mqtt-port, another port",
    "mqtt, broker.amqp-port, another port",
    "jms, broker.jms-port, another port",
    "zeromq, mailbox.port, set mailbox.port",
    "zeromq, admin.port, set admin.port"
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

  private void assertRefused(int code, ServerSocket taken, String advice) {
    assertThat(code).isIn(1, 2);
    assertThat(err.toString().lines().filter(line -> line.startsWith("belfry: ")))
        .singleElement()
        .asString()
        .contains(Integer.toString(taken.getLocalPort()))
        .contains(advice);
    assertThat(err.toString()).hasLineCount(1);
  }

  private int serve(String profile, String... settings) throws IOException {
    List<String> line = new ArrayList<>(List.of("serve", "--profile", profile));
    line.addAll(List.of("--data", directory.toString()));
    List<String> set = new ArrayList<>(List.of(
        "broker.jms-port=0",
        "broker.amqp-port=0",
        "broker.mqtt-port=0",
        "mailbox.port=0",
        "admin.port=0"));
    if (profile.equals("zeromq")) {
      set.add("transport.endpoint=" + endpoints(FreePorts.one()));
    }
    set.addAll(List.of(settings));
    set.forEach(each -> line.addAll(List.of("--set", each)));
    return Belfry.commandLine().setErr(new PrintWriter(err)).execute(line.toArray(String[]::new));
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
