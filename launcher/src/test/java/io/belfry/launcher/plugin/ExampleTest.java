package io.belfry.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.Cli;
import io.belfry.launcher.contract.ContractRun;
import io.belfry.launcher.contract.Verdict;
import io.belfry.launcher.contract.Verdict.Result;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of a plug-in, dropped in as its guide says. */
@Timeout(120)
class ExampleTest {

  private static final Path PROJECT = Path.of("..", "examples", "transport-tcp");
  private static final Path GUIDE = Path.of("..", "docs", "guide", "write-a-transport.md");
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([\\w.]+)</version>");

  @TempDir
  Path directory;

  private Cli cli;

  @BeforeEach
  void install() throws IOException {
    Path plugins = Files.createDirectory(directory.resolve("plugins"));
    PluginJar.of(PROJECT, plugins.resolve("belfry-transport-tcp-1.0.jar"));
    Path profile = Files.writeString(directory.resolve("tcp.conf"), "transport.name = tcp\n");
    cli = Cli.of(profile.toString(), directory.resolve("data"));
    cli.option("--plugins", plugins.toString());
    cli.set("transport.endpoint", "tcp://127.0.0.1:" + FreePorts.one());
  }

  @Test
  void a_server_and_its_clients_meet_over_it() throws Exception {
    try (Program server = cli.start("serve")) {
      server.awaitLine(line -> line.startsWith("Serving over tcp"));
      cli.does("create", "finance.stock");
      try (Program listener = cli.start("listen", "finance.#", "--from", "1", "--count", "1")) {
        cli.does("publish", "finance.stock", "up");
        assertThat(listener.output()).containsExactly("finance.stock 1 up");
      }
    }
  }

  @Test
  void it_can_be_put_to_the_contract() throws Exception {
    List<Verdict> verdicts = new ArrayList<>();
    try (Plugins plugins = Plugins.load(directory.resolve("plugins"))) {
      List<String> rules = List.of("SE", "CA-13", "LI-07");
      ContractRun.run(cli.profile(plugins), plugins, Map.of(), rules, verdicts::add);
    }
    assertThat(verdicts).hasSizeGreaterThan(5);
    assertThat(verdicts)
        .filteredOn(verdict -> verdict.result() == Result.BROKEN)
        .isEmpty();
  }

  @Test
  void what_the_guide_shows_stands_in_it() throws Exception {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.add(plain(Files.readString(file)));
      }
    }
    List<String> shown = JAVA.matcher(Files.readString(GUIDE))
        .results()
        .map((MatchResult found) -> plain(found.group(1)))
        .toList();
    assertThat(shown)
        .hasSizeGreaterThan(5)
        .allSatisfy(piece -> assertThat(sources).anyMatch(source -> source.contains(piece)));
  }

  @Test
  void it_is_built_with_the_versions_that_belfry_is_built_with() throws Exception {
    String ours = Files.readString(Path.of("..", "pom.xml"));
    assertThat(VERSION.matcher(Files.readString(PROJECT.resolve("pom.xml"))).results())
        .filteredOn(found -> found.group(1).startsWith("maven-"))
        .hasSizeGreaterThan(3)
        .allSatisfy(found -> assertThat(ours)
            .containsPattern("<artifactId>" + found.group(1) + "</artifactId>\\s*<version>"
                + Pattern.quote(found.group(2)) + "</version>"));
  }

  /** However deep it is indented. */
  private static String plain(String code) {
    return code.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
  }
}
