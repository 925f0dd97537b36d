package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interactive menu, by a script through a pipe. */
class ClientMenuTest {

  @TempDir
  Path directory;

  @Test
  void a_script_can_use_the_menu() throws Exception {
    Cli cli = Cli.of("zeromq", directory);
    try (Program server = cli.serve();
        Program client = cli.start("client")) {
      cli.run("create", "bells");
      assertThat(cli.exitCodeOf("create", "no\nname")).as("wrong usage").isEqualTo(2);
      assertThat(cli.exitCodeOf("mailboxes", "retry")).as("wrong usage").isEqualTo(2);
      assertThat(cli.exitCodeOf("publish", "nowhere", "x")).as("no such topic").isEqualTo(1);
      client.say("1");
      client.awaitLine(line -> line.equals("bells 0"));
      say(client, "2", "bells", "quasimodo@example.org");
      client.awaitLine(line -> line.startsWith("A mail with a code"));
      client.awaitLine(line -> line.equals("Subscribed to bells"));
      say(client, "3", "bells", "ding");
      client.awaitLine(line -> line.equals("bells 1 is published"));
      client.awaitLine(line -> line.equals("> bells 1 ding"));
      say(client, "3", "clocks", "tick");
      client.awaitLine(line -> line.contains("clocks"));
      say(client, "7");
      client.awaitLine(line -> line.startsWith("'7' is no choice"));
      say(client, "4", "5");
      assertThat(client.output()).filteredOn(line -> line.equals("5 quit")).hasSize(2);
      assertThat(server).isNotNull();
    }
  }

  private static void say(Program client, String... lines) {
    for (String line : lines) {
      client.say(line);
    }
  }
}
