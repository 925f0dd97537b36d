package io.belfry.launcher.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.gateway.Gateway;
import io.belfry.launcher.admin.Answer;
import io.belfry.launcher.plugin.PluginJar;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import io.belfry.message.TopicFilter;
import io.belfry.service.Selection;
import io.belfry.settings.SettingsException;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Waiting;
import io.belfry.transport.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server starts whole, or leaves nothing behind. */
class DeploymentTest {

  private static final String OWL = """
      package org.example;
      import io.belfry.notifier.*;
      import io.belfry.settings.*;
      import java.util.*;
      public final class Owl implements NotifierProvider {
        public String name() { return "owl"; }
        public List<SettingKey<?>> settings() { return List.of(); }
        public Notifier open(Settings settings) {
          throw new SettingsException("The owl is asleep.");
        }
      }
      """;

  @TempDir
  Path directory;

  private final Plugins plugins = Plugins.load(Path.of("none"));

  @AfterEach
  void end() {
    plugins.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeromq", "mqtt", "jms"})
  void each_profile_starts_with_what_it_needs(String name) throws Exception {
    try (Deployment deployment = Deployment.start(profile(name), plugins)) {
      assertThat(deployment.transport()).isEqualTo(name);
      Selection all = Selection.of(new TopicFilter("#"));
      assertThat(Waiting.value(deployment.server().service().topics(all)).topics())
          .isEmpty();
      int port = deployment.admin().orElseThrow().port();
      Answer ready = Answer.get(port, "/health/ready");
      assertThat(ready.status()).as(ready.body()).isEqualTo(200);
      assertThat(ready.body()).contains("store", "transport");
    }
    assertNothingLeft();
  }

  @Test
  void nobody_has_to_have_health_and_metrics() throws Exception {
    Profile profile = profile("zeromq", "admin.enabled=false");
    try (Deployment deployment = Deployment.start(profile, plugins)) {
      assertThat(deployment.admin()).isEmpty();
    }
  }

  @Test
  void browsers_find_it_unless_nobody_is_to() throws Exception {
    try (Deployment deployment = Deployment.start(profile("zeromq"), plugins)) {
      Gateway gateway = deployment.gateway().orElseThrow();
      assertThat(gateway.url()).isEqualTo("http://127.0.0.1:" + gateway.port());
      Answer misled = Answer.get(gateway.port(), "/");
      assertThat(misled.status()).as("for the host x").isEqualTo(421);
    }
    assertNothingLeft();
    Profile without = profile("zeromq", "gateway.enabled=false");
    try (Deployment deployment = Deployment.start(without, plugins)) {
      assertThat(deployment.gateway()).isEmpty();
    }
  }

  @Test
  void a_gateway_for_other_machines_needs_tokens() throws Exception {
    Profile profile = profile("zeromq", "gateway.host=0.0.0.0");
    assertThatThrownBy(() -> Deployment.start(profile, plugins))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("auth.tokens");
    assertNothingLeft();
  }

  @Test
  void a_data_directory_has_one_server() throws Exception {
    Profile profile = profile("zeromq");
    Profile other = profile("zeromq");
    try (Deployment first = Deployment.start(profile, plugins)) {
      assertThatThrownBy(() -> Deployment.start(other, plugins))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("in use by another server");
      assertThat(first).isNotNull();
    }
    Deployment.start(other, plugins).close();
  }

  @Test
  void where_a_port_is_taken_nothing_is_left() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Profile profile = profile("mqtt", "broker.mqtt-port=" + taken.getLocalPort());
      assertThatThrownBy(() -> Deployment.start(profile, plugins))
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }
    assertNothingLeft();
  }

  @Test
  void where_no_broker_answers_nothing_is_left() throws Exception {
    Profile profile = profile(
        "mqtt", "transport.url=tcp://127.0.0.1:" + FreePorts.one(), "transport.connect-timeout=1s");
    assertThatThrownBy(() -> Deployment.start(profile, plugins))
        .isInstanceOf(TransportException.class);
    assertNothingLeft();
  }

  @Test
  void where_a_notifier_of_another_author_fails_nothing_is_left() throws Exception {
    Path jars = Files.createDirectory(directory.resolve("plugins"));
    PluginJar.notifier(jars.resolve("owl.jar"), "org.example.Owl", OWL);
    try (Plugins with = Plugins.load(jars)) {
      Profile profile =
          Tree.load("zeromq", Map.of(), settings("zeromq", "notifier.name=owl"), with);
      assertThatThrownBy(() -> Deployment.start(profile, with)).hasMessage("The owl is asleep.");
    }
    assertNothingLeft();
  }

  @Test
  void a_store_that_is_none_is_told() throws Exception {
    Files.writeString(directory.resolve("belfry.db"), "this is no database, whatever it is");
    Profile profile = profile("zeromq");
    assertThatThrownBy(() -> Deployment.start(profile, plugins)).hasMessageContaining("belfry.db");
    assertNothingLeft();
  }

  @Test
  void other_machines_are_not_let_in_by_accident() throws Exception {
    Profile profile = profile("zeromq", "transport.endpoint=" + endpoints("0.0.0.0"));
    assertThatThrownBy(() -> Deployment.start(profile, plugins))
        .hasMessageContaining("from other machines");
    assertNothingLeft();
  }

  @Test
  void a_directory_that_can_not_be_made_is_told() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    Profile profile = profile("zeromq", "data.directory=" + file.resolve("data"));
    assertThatThrownBy(() -> Deployment.start(profile, plugins))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("set data.directory");
  }

  private Profile profile(String name, String... further) throws Exception {
    return Tree.load(name, Map.of(), settings(name, further), plugins);
  }

  private List<String> settings(String name, String... further) throws Exception {
    List<String> set = new ArrayList<>(List.of(
        "data.directory=" + directory,
        "admin.port=0",
        "gateway.port=0",
        "broker.jms-port=0",
        "broker.amqp-port=0",
        "broker.mqtt-port=0"));
    if (name.equals("zeromq")) {
      set.add("transport.endpoint=" + endpoints("127.0.0.1"));
    }
    set.addAll(List.of(further));
    return set;
  }

  private static String endpoints(String host) throws Exception {
    return FreePorts.choose(6).stream()
        .map(port -> "tcp://" + host + ":" + port)
        .collect(Collectors.joining(","));
  }

  private void assertNothingLeft() throws IOException {
    Waiting.until(
        "no thread is left",
        () -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("belfry-")));
    DataDirectory.take(directory).close();
  }
}
