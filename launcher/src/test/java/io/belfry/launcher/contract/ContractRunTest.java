package io.belfry.launcher.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.launcher.contract.Verdict.Result;
import io.belfry.launcher.plugin.PluginJar;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract, put to what is installed; a few rules of it, since the transports' own tests try
 * all.
 */
@Timeout(120)
class ContractRunTest {

  /** A cut, a restart of the other side, a stranger's settings, and a message. */
  private static final List<String> RULES = List.of("CA-13", "LI-09", "SE-05", "MS-03");

  private static final String DEAF = """
      package org.example;
      import io.belfry.settings.*;
      import io.belfry.transport.*;
      import java.util.*;
      public final class Deaf implements TransportProvider {
        public String name() { return "deaf"; }
        public List<SettingKey<?>> settings() { return List.of(); }
        public Capabilities capabilities() {
          return new Capabilities(
              Set.of(), Acknowledgement.HANDED_OFF, Acknowledgement.HANDED_OFF, 65_536);
        }
        public Transport open(Settings settings, Side side) {
          throw new TransportException(TransportException.Category.UNREACHABLE, "Nobody hears.");
        }
      }
      """;

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"zeromq", "mqtt", "jms"})
  void what_comes_along_keeps_it(String transport) throws Exception {
    assertThat(run(RULES, "transport.name=" + transport))
        .extracting(Verdict::rule, Verdict::result)
        .containsExactlyInAnyOrderElementsOf(
            RULES.stream().map(rule -> tuple(rule, Result.KEPT)).toList());
  }

  @Test
  void a_broker_of_others_is_not_stopped() throws Exception {
    BrokerConfig config = BrokerConfig.DEFAULTS.withPorts(new BrokerPorts(0, 0, 0));
    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      String url = "transport.url=tcp://127.0.0.1:" + broker.mqttPort();
      List<Verdict> verdicts = run(RULES, "transport.name=mqtt", url);
      assertThat(verdicts)
          .filteredOn(verdict -> verdict.result() == Result.SKIPPED)
          .singleElement()
          .returns("LI-09", Verdict::rule)
          .returns("The broker is not ours to stop.", Verdict::reason);
      assertThat(verdicts)
          .filteredOn(verdict -> verdict.result() == Result.KEPT)
          .hasSize(3);
      assertThat(broker.isRunning()).isTrue();
    }
  }

  @Test
  void what_does_not_keep_it_is_told_with_the_reason() throws Exception {
    PluginJar.in(directory.resolve("deaf.jar"), "org.example.Deaf", DEAF);
    assertThat(run(List.of("PS"), "transport.name=deaf"))
        .hasSizeGreaterThan(10)
        .allMatch(verdict -> verdict.result() == Result.BROKEN)
        .allMatch(verdict -> verdict.rule().startsWith("PS-"))
        .allMatch(verdict -> verdict.reason().equals("Nobody hears."));
  }

  private List<Verdict> run(List<String> rules, String... settings) throws Exception {
    List<Verdict> verdicts = new ArrayList<>();
    try (Plugins plugins = Plugins.load(directory)) {
      Profile profile = Tree.load("zeromq", Map.of(), List.of(settings), plugins);
      ContractRun.run(profile, plugins, Map.of(), rules, verdicts::add);
    }
    return verdicts;
  }
}
