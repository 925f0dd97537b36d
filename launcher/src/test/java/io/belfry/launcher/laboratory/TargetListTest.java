package io.belfry.launcher.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.belfry.compare.venue.Target;
import io.belfry.launcher.plugin.PluginJar;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for a comparison, and what is said of it where it can't be. */
class TargetListTest {

  private static final String OWL = """
      package org.example;
      import io.belfry.settings.*;
      import io.belfry.transport.*;
      import java.util.*;
      public final class Owl implements TransportProvider {
        public String name() { return "owl"; }
        public List<SettingKey<?>> settings() {
          return List.of(SettingKey.number("eyes", 0, 9, 2, "How many."));
        }
        public Capabilities capabilities() {
          return new Capabilities(
              Set.of(), Acknowledgement.HANDED_OFF, Acknowledgement.HANDED_OFF, 65_536);
        }
        public Transport open(Settings settings, Side side) {
          throw new TransportException(TransportException.Category.UNREACHABLE, "It sleeps.");
        }
      }
      """;

  @TempDir
  Path directory;

  private Plugins plugins = Plugins.load(Path.of("none"));

  @AfterEach
  void end() {
    plugins.close();
  }

  @Test
  void a_file_lists_targets_with_settings_of_their_own() throws Exception {
    Files.writeString(directory.resolve("my.conf"), """
        transport.name = mqtt
        transport.url = "tcp://broker.example.org:1883"
        transport.user = me
        transport.password = hush
        """);
    List<Target> targets = read("""
        targets = [
          { name = "zeromq", profile = zeromq }
          { name = "zeromq-curve", profile = zeromq, curve = generated }
          { name = "mqtt-qos0", profile = mqtt, broker = embedded, set { transport.qos = 0 } }
          { name = "jms-persistent", profile = jms, broker = process,
            set { transport { persistent = true }, broker.max-memory = 64MiB } }
          { name = "mine", profile = "my.conf" }
        ]
        """);
    assertThat(targets)
        .extracting(Target::name)
        .containsExactly("zeromq", "zeromq-curve", "mqtt-qos0", "jms-persistent", "mine");
    assertThat(targets.get(0).facts()).isEqualTo(Map.of("transport", "zeromq", "broker", "none"));
    assertThat(targets.get(1).facts()).containsKey("curve");
    assertThat(targets.get(2).facts()).containsEntry("transport.qos", "0");
    assertThat(targets.get(3).facts())
        .containsEntry("transport.persistent", "true")
        .containsEntry("broker.max-memory", "64MiB")
        .hasEntrySatisfying(
            "broker",
            broker -> assertThat(broker)
                .matches(
                    "Apache Artemis \\d+\\.\\d+\\.\\d+, in a process of its own with -Xmx448m"));
    assertThat(targets.get(4).facts())
        .containsEntry("broker", "one that somebody else runs")
        .containsEntry("transport.url", "tcp://broker.example.org:1883")
        .containsEntry("transport.password", "***");
  }

  @Test
  void mosquitto_is_told_with_its_version() throws Exception {
    assumeTrue(Mosquitto.program().isPresent(), "mosquitto is missing; apt-get install it");
    Target target =
        read("targets = [{ name = m, profile = mqtt, broker = mosquitto }]").get(0);
    assertThat(target.facts().get("broker")).startsWith("mosquitto version ");
  }

  @Test
  void targets_are_named_by_transport_or_file() throws Exception {
    PluginJar.in(directory.resolve("owl.jar"), "org.example.Owl", OWL);
    plugins.close();
    plugins = Plugins.load(directory);
    Path mine =
        Files.writeString(directory.resolve("mine.conf"), "transport { name = owl, eyes = 3 }");
    List<Target> targets = TargetList.named(List.of("jms", "owl", mine.toString()), equipment());
    assertThat(targets).extracting(Target::name).containsExactly("jms", "owl", "mine");
    assertThat(targets.get(1).facts()).containsEntry("transport", "owl");
    assertThat(targets.get(2).facts()).containsEntry("transport.eyes", "3");
  }

  @Test
  void what_is_named_twice_or_unknown_is_refused() {
    assertThatThrownBy(() -> TargetList.named(List.of("jms", "jms"), equipment()))
        .hasMessageContaining("There are two targets 'jms'")
        .hasMessageContaining("--targets");
    assertThatThrownBy(() -> TargetList.named(List.of("zermoq"), equipment()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("did you mean 'zeromq'?");
    assertThatThrownBy(() -> TargetList.named(List.of("nowhere.conf"), equipment()))
        .hasMessageContaining("There is no profile nowhere.conf");
    assertThatThrownBy(() -> TargetList.read(directory.resolve("none.conf"), equipment()))
        .hasMessageContaining("There is no list of targets");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      { profile = jms }                                  | A target has no name (|, line 2
      { name = "a b", profile = jms }                    | not 'a b' (|, line 2
      { name = a }                                       | The target 'a' (|has no profile
      { name = a, profile = jmss }                       | no transport 'jmss'|did you mean 'jms'?
      { name = a, profile = jms, brokr = process }       | 'brokr' (|, line 2), which is unknown; did you mean 'broker'?
      { name = a, profile = jms, broker = proces }       | the broker 'proces'|did you mean 'process'?
      { name = a, profile = jms, broker = none }         | , line 2) needs a broker|transport.url
      { name = a, profile = jms, broker = mosquitto }    | speaks jms|it speaks mqtt
      { name = a, profile = zeromq, broker = process }   | , line 2) needs no broker|leave broker = process out
      { name = a, profile = jms, curve = generated }     | , line 2) asks for keys of CURVE|jms does not have
      { name = a, profile = zeromq, curve = mine }       | curve = mine|'generated'
      { name = a, profile = jms, set = 5 }               | must have settings in 'set'|, line 2
      { name = [ a ], profile = jms }                    | one value for 'name'|, line 2
      { name = a, profile = mqtt, set { transport.qs = 1 } }    | 'transport.qs' (|, line 2) is unknown; did you mean 'transport.qos'?
      { name = a, profile = mqtt, set { transport.qos = 7 } }   | a number from 0 to 1|, line 2
      { name = a, profile = mqtt, set { store.url = x } }       | sets 'store.url' (|, line 2), but only
      { name = a, profile = mqtt, broker = process, set { transport.url = "tcp://h:1" } } | , line 2) has a broker|leave one of them out
      { name = a, profile = zeromq, curve = generated, set { transport.curve-key = x } }  | has some with curve-key|leave one
      5                                                  | A target is written as|, line 2
      { name = a, profile = jms }, { name = a, profile = jms } | There are two targets 'a'|, line 2
      """)
  void what_can_not_be_is_told_with_its_line(String entries, String says, String also) {
    assertThatThrownBy(() -> read("targets = [\n" + entries + "\n]"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(says)
        .hasMessageContaining(also);
  }

  @Test
  void a_file_without_targets_is_refused() {
    assertThatThrownBy(() -> read("target = []")).hasMessageContaining("did you mean 'targets'?");
    assertThatThrownBy(() -> read("targets = []")).hasMessageContaining("lists no targets");
    assertThatThrownBy(() -> read("targets = [{")).hasMessageContaining("can't be understood");
  }

  private List<Target> read(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("targets.conf"), text);
    return TargetList.read(file, equipment());
  }

  private Equipment equipment() {
    return new Equipment(plugins, directory);
  }
}
