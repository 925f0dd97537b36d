package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.AdminSettings;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.Settings;
import io.belfry.tck.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples for operators are such as they can be used. */
class OperateExamplesTest {

  private static final Path HOUSE = Path.of("..");
  private static final Path EXAMPLES = HOUSE.resolve("examples").resolve("operate");
  private static final Pattern OUR_JAVA = Pattern.compile("ExecStart=\\S+");
  private static final Pattern COPIED =
      Pattern.compile("COPY --from=build (--\\S+ )?/src/(\\S+) .*");

  @TempDir
  Path directory;

  @Test
  void the_profile_is_one_in_which_everything_is_known() {
    try (Plugins plugins = Plugins.load(Path.of("none"))) {
      Map<String, String> secrets = Map.of("BELFRY_TRANSPORT_PASSWORD", "hush");
      Profile profile =
          Tree.load(EXAMPLES.resolve("belfry.conf").toString(), secrets, List.of(), plugins);
      assertThat(Tree.transport(profile, plugins).name()).isEqualTo("mqtt");
      assertThat(Tree.notifier(profile, plugins)).isPresent();
      assertThat(Tree.of(profile, plugins)).allSatisfy(section -> profile.settings(section));
      assertThat(Tree.secrets(profile, plugins)).containsExactly("hush");
    }
  }

  @Test
  void the_unit_is_one_for_systemd() throws IOException {
    assumeTrue(
        Stream.of("/bin", "/usr/bin")
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, "systemd-analyze"))),
        "does not apply: there is no systemd-analyze");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String unit = Files.readString(EXAMPLES.resolve("belfry.service"));
    Path here = Files.writeString(
        directory.resolve("belfry.service"),
        OUR_JAVA.matcher(unit).replaceFirst("ExecStart=" + java));
    try (Program verify = Program.run("systemd-analyze", "verify", here.toString())) {
      assertThat(verify.endsWell()).as(String.join("\n", verify.lines())).isTrue();
      assertThat(verify.lines()).noneMatch(line -> line.contains("belfry.service"));
    }
    assertThat(unit).contains("SuccessExitStatus=143", "RestartPreventExitStatus=2");
  }

  @Test
  void what_the_container_copies_is_there_or_is_built() throws IOException {
    String text = Files.readString(EXAMPLES.resolve("Containerfile"));
    List<String> copied = COPIED
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(2))
        .toList();
    assertThat(copied)
        .hasSize(2)
        .allSatisfy(path -> assertThat(isThereOrBuilt(path)).isTrue());
    assertThat(text).contains("io.belfry.launcher.Main").doesNotContain("USER root");
  }

  @Test
  void the_collector_looks_where_a_server_shows_its_metrics() throws IOException {
    try (Plugins plugins = Plugins.load(Path.of("none"))) {
      Settings admin =
          Tree.load("zeromq", Map.of(), List.of(), plugins).settings(AdminSettings.SECTION);
      assertThat(EXAMPLES.resolve("prometheus.yml"))
          .content()
          .contains("\"" + AdminSettings.host(admin) + ":" + AdminSettings.port(admin) + "\"");
    }
  }

  /** What is built is where the launcher's own build says. */
  private static boolean isThereOrBuilt(String path) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    return Files.exists(HOUSE.resolve(path))
        || pom.contains("${project.basedir}" + path.replaceFirst("^launcher", "") + "</program>");
  }
}
