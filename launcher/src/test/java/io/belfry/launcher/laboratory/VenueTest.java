package io.belfry.launcher.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.compare.venue.Cable;
import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Usage;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Venue.Missing;
import io.belfry.compare.venue.Wires;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.ground.Addresses;
import io.belfry.launcher.plugin.PluginJar;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where trials take place: what is there works, can be killed and cut, and leaves nothing. */
@Timeout(120)
class VenueTest {

  private static final String FAKE = """
      package org.example;
      import io.belfry.settings.*;
      import io.belfry.transport.*;
      import java.util.*;
      public final class Fake implements TransportProvider {
        public String name() { return "fake"; }
        public List<SettingKey<?>> settings() { return List.of(%s); }
        public Capabilities capabilities() {
          return new Capabilities(
              Set.of(), Acknowledgement.HANDED_OFF, Acknowledgement.HANDED_OFF, 65_536);
        }
        public Transport open(Settings settings, Side side) {
          throw new TransportException(
              TransportException.Category.UNREACHABLE, side + " sleeps.");
        }
      }
      """;

  @TempDir
  Path directory;

  private Plugins plugins = Plugins.load(Path.of("none"));
  private final List<ProcessHandle> before = ProcessHandle.current().children().toList();

  @AfterEach
  void nothingIsLeft() {
    plugins.close();
    assertThat(ProcessHandle.current().children()).isSubsetOf(before);
    Waiting.until(
        "no thread is left",
        () -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("belfry-lab")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", curve = generated"})
  void without_a_broker_a_role_is_the_hub(String more) throws Exception {
    try (Venue venue = open("zeromq" + more)) {
      Wiring wiring = venue.wiring();
      assertThat(wiring.isDirect()).isTrue();
      assertThat(wiring).isNotEqualTo(venue.wiring());
      assertThat(venue.middle()).isEmpty();
      try (Cable cable = venue.cable(wiring);
          Probe probe = new Probe(wires(), wiring, cable.wiring())) {
        probe.awaitPassage();
        cable.cut();
        assertThat(probe.isCutOff()).isTrue();
        cable.mend();
        probe.awaitPassage();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zeromq", "mqtt", "jms", "mqtt, broker = mosquitto", "mqtt, broker = embedded"})
  void what_can_be_killed_rises_again(String profile) throws Exception {
    assumeTrue(
        !profile.endsWith("mosquitto") || Mosquitto.program().isPresent(),
        "mosquitto is missing; apt-get install it");
    try (Venue venue = open(profile);
        Middle middle = venue.mortal()) {
      assertThat(middle.wiring().isDirect()).isFalse();
      try (Probe probe = new Probe(wires(), middle.wiring())) {
        probe.awaitPassage();
        middle.kill();
        assertThat(probe.isCutOff()).isTrue();
        middle.revive();
        probe.awaitPassage();
        assertThat(middle.usage().isPresent()).isEqualTo(!profile.endsWith("embedded"));
        assertThat(middle.usage().stream())
            .allSatisfy(usage -> assertThat(usage.residentBytes()).isGreaterThan(500_000));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mqtt", "jms"})
  void a_broker_stands_in_the_middle_of_all_trials(String profile) throws Exception {
    try (Venue venue = open(profile)) {
      Middle middle = venue.middle().orElseThrow();
      assertThat(middle.wiring()).isEqualTo(venue.wiring());
      assertThat(middle.usage().map(Usage::cpuNanos).orElse(0L)).isPositive();
      Middle mortal = venue.mortal();
      mortal.kill();
      mortal.close(); // Whoever comes next finds it as it was.
      try (Cable cable = venue.cable(venue.wiring());
          Probe probe = new Probe(wires(), venue.wiring(), cable.wiring())) {
        probe.awaitPassage();
        cable.cut();
        assertThat(probe.isCutOff()).isTrue();
        cable.mend();
        probe.awaitPassage();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "embedded"})
  void a_broker_whose_port_was_taken_fails_who_revives_it_and_nobody_else(String broker)
      throws Exception {
    try (Venue venue = open("mqtt, broker = " + broker)) {
      Middle mortal = venue.mortal();
      mortal.kill();
      int port = Addresses.in(mortal.wiring().settings()).get(0).getPort();
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThatThrownBy(mortal::revive).hasMessageContaining(Integer.toString(port));
        assertThat(taken.isBound()).isTrue();
        mortal.close();
      }
      mortal.close(); // Whoever comes next finds it as it was.
      try (Probe probe = new Probe(wires(), venue.wiring())) {
        probe.awaitPassage();
      }
    }
  }

  @Test
  void a_broker_of_others_is_not_killed() throws Exception {
    BrokerConfig config = BrokerConfig.DEFAULTS.withPorts(BrokerPorts.FREE);
    try (EmbeddedBroker broker = EmbeddedBroker.start(config);
        Venue venue =
            open("mqtt, set { transport.url = \"tcp://127.0.0.1:" + broker.mqttPort() + "\" }")) {
      assertThat(venue.middle()).isEmpty();
      assertThatThrownBy(venue::mortal).isInstanceOf(Missing.class);
      try (Probe probe = new Probe(wires(), venue.wiring())) {
        probe.awaitPassage();
      }
    }
  }

  @Test
  void an_address_that_leads_to_other_machines_is_left_as_it_is() throws Exception {
    try (Venue venue = open("zeromq, set { transport.endpoint = \"tcp://192.0.2.7:7700\" }")) {
      assertThat(venue.wiring().settings().get("endpoint"))
          .startsWith("tcp://192.0.2.7:7700,")
          .endsWith(",tcp://192.0.2.7:7705");
    }
  }

  @Test
  void what_has_no_address_has_neither_hub_nor_cable() throws Exception {
    install("");
    try (Venue venue = open("fake")) {
      assertThatThrownBy(venue::mortal).isInstanceOf(Missing.class);
      assertThatThrownBy(() -> venue.cable(venue.wiring())).isInstanceOf(Missing.class);
    }
  }

  @Test
  void a_hub_that_does_not_start_says_why_and_is_gone() throws Exception {
    install("SettingKey.text(\"at\", \"localhost:7\", \"Where.\")");
    try (Venue venue = open("fake")) {
      assertThatThrownBy(venue::mortal).hasMessage("The hub of fake did not start: HUB sleeps.");
    }
  }

  @Test
  void a_broker_that_does_not_start_says_why_and_is_gone() throws Exception {
    assertThatThrownBy(
            () -> open("mqtt, set { broker { user = me, password = hush, host = \"192.0.2.7\" } }"))
        .hasMessageStartingWith("The broker did not start: ")
        .hasMessageContaining("192.0.2.7");
  }

  private void install(String keys) throws IOException {
    PluginJar.in(directory.resolve("fake.jar"), "org.example.Fake", FAKE.formatted(keys));
    plugins.close();
    plugins = Plugins.load(directory);
  }

  private Venue open(String profile) throws IOException {
    Path file = Files.writeString(
        directory.resolve("targets.conf"), "targets = [{ name = it, profile = " + profile + " }]");
    return TargetList.read(file, new Equipment(plugins, directory)).get(0).open();
  }

  private Wires wires() {
    return new InstalledWires(plugins);
  }
}
