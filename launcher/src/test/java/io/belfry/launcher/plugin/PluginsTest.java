package io.belfry.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.packing.PackingProvider;
import io.belfry.settings.SettingsException;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins are found, and what is wrong with one is told. */
class PluginsTest {

  private static final String PIGEON = """
      package pigeons;

      import io.belfry.settings.*;
      import io.belfry.transport.*;
      import java.util.*;

      public final class PigeonProvider implements TransportProvider {
        public String name() { return "pigeon"; }
        public List<SettingKey<?>> settings() { return List.of(); }
        public Capabilities capabilities() {
          return new Capabilities(Set.of(), Acknowledgement.HANDED_OFF, Acknowledgement.HANDED_OFF, 9);
        }
        public Transport open(Settings settings, Side side) { throw new IllegalStateException(); }
      }
      """;

  @TempDir
  Path directory;

  @Test
  void what_comes_along_is_there_without_a_directory() {
    try (Plugins plugins = Plugins.load(directory.resolve("none"))) {
      assertThat(plugins.requireSound().transports().all())
          .extracting(installed -> installed.provider().name())
          .contains("jms", "mqtt", "zeromq");
      assertThat(plugins.notifiers().named("smtp")).isNotNull();
    }
  }

  @Test
  void a_jar_with_a_transport_is_one_more() throws Exception {
    PluginJar.in(directory.resolve("pigeon.jar"), "pigeons.PigeonProvider", PIGEON);
    try (Plugins plugins = Plugins.load(directory)) {
      TransportProvider pigeon = plugins.requireSound().transports().named("pigeon");
      assertThat(PackingProvider.under(pigeon).getClass().getClassLoader())
          .isNotSameAs(getClass().getClassLoader());
      assertThat(plugins.transports().all())
          .filteredOn(installed -> installed.provider() == pigeon)
          .singleElement()
          .matches(installed -> installed.origin().equals("pigeon.jar"));
    }
  }

  @Test
  void a_directory_of_jars_is_one_too() throws Exception {
    Path own = Files.createDirectory(directory.resolve("pigeon"));
    PluginJar.in(own.resolve("all.jar"), "pigeons.PigeonProvider", PIGEON);
    try (Plugins plugins = Plugins.load(directory)) {
      assertThat(plugins.requireSound().transports().named("pigeon")).isNotNull();
    }
  }

  @Test
  void a_plug_in_sees_the_spi_and_nothing_else_of_ours() throws Exception {
    String curious = PIGEON.replace(
        "return \"pigeon\";",
        "try { Class.forName(\"com.typesafe.config.Config\"); return \"seen\"; }"
            + " catch (ClassNotFoundException e) { return \"pigeon\"; }");
    PluginJar.in(directory.resolve("pigeon.jar"), "pigeons.PigeonProvider", curious);
    try (Plugins plugins = Plugins.load(directory)) {
      assertThat(plugins.requireSound().transports().named("pigeon")).isNotNull();
    }
  }

  @Test
  void what_is_no_jar_is_told() throws IOException {
    Files.writeString(directory.resolve("broken.jar"), "no jar at all");
    assertTrouble("broken.jar", "it is broken");
  }

  @Test
  void a_jar_without_a_provider_is_told() throws Exception {
    PluginJar.without(directory.resolve("empty.jar"), "pigeons.PigeonProvider", PIGEON);
    assertTrouble("empty.jar", "META-INF/services");
  }

  @Test
  void a_jar_that_names_a_class_which_is_not_there_is_told() throws Exception {
    PluginJar.in(
        directory.resolve("lost.jar"), "pigeons.LostProvider", "pigeons.PigeonProvider", PIGEON);
    assertTrouble("lost.jar", "it is broken", "LostProvider");
  }

  @Test
  void a_name_that_is_taken_is_told_with_both() throws Exception {
    PluginJar.in(
        directory.resolve("own.jar"),
        "pigeons.PigeonProvider",
        PIGEON.replace("\"pigeon\"", "\"zeromq\""));
    assertTrouble("own.jar", "transport 'zeromq'", "Belfry");
  }

  @Test
  void what_was_made_for_another_version_is_told() throws Exception {
    PluginJar.against(
        directory.resolve("old.jar"),
        "pigeons.PigeonProvider",
        PIGEON.replace("return \"pigeon\"", "return Gone.NAME"),
        "package io.belfry.transport; public class Gone { public static final String NAME;"
            + " static { NAME = \"x\"; } }");
    assertTrouble("old.jar", "another version of Belfry", "Gone");
  }

  @Test
  void who_is_not_there_is_told_with_who_is() {
    try (Plugins plugins = Plugins.load(directory)) {
      assertThatThrownBy(() -> plugins.transports().named("zeromk"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("did you mean 'zeromq'?");
      assertThatThrownBy(() -> plugins.notifiers().named("pigeon"))
          .hasMessageContaining("installed are smtp.");
    }
  }

  private void assertTrouble(String... said) {
    try (Plugins plugins = Plugins.load(directory)) {
      assertThat(plugins.troubles()).singleElement().asString().contains(said);
      assertThatThrownBy(plugins::requireSound).isInstanceOf(SettingsException.class);
    }
  }
}
