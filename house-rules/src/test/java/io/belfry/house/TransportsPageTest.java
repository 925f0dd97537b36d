package io.belfry.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.settings.SettingKey;
import io.belfry.transport.Capability;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about the transports tells what they themselves say. */
class TransportsPageTest {

  private static final Path PAGE = Path.of("docs", "guide", "transports.md");

  static List<TransportProvider> providers() {
    return ServiceLoader.load(TransportProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.getClass().getName().startsWith("io.belfry.transport."))
        .sorted(Comparator.comparing(TransportProvider::name).reversed())
        .toList();
  }

  @Test
  void all_three_are_here() {
    assertThat(providers()).extracting(TransportProvider::name).contains("zeromq", "mqtt", "jms");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void the_page_has_each_setting_with_its_default_and_meaning(TransportProvider provider)
      throws IOException {
    List<String> rows =
        provider.settings().stream().map(TransportsPageTest::row).toList();
    assertThat(section(provider.name())).containsSubsequence(rows);
    assertThat(section(provider.name()))
        .filteredOn(line -> line.startsWith("| `"))
        .hasSameSizeAs(rows);
  }

  @Test
  void the_page_says_what_each_can_do_at_best() throws IOException {
    List<String> rows = Arrays.stream(Capability.values()).map(this::row).toList();
    assertThat(section("What each can do")).containsSubsequence(rows);
  }

  private String row(Capability capability) {
    return providers().stream()
        .map(provider -> provider.capabilities().has(capability) ? "yes" : "no")
        .collect(Collectors.joining(" | ", "| `" + capability + "` | ", " |"));
  }

  private static String row(SettingKey<?> key) {
    String without = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
    return Stream.of("`" + key.name() + "`", without, key.meaning())
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The lines below a heading, up to the next one of the same rank. */
  private static List<String> section(String heading) throws IOException {
    List<String> lines = Files.readAllLines(Repository.absolute(PAGE));
    int start = lines.indexOf("## " + heading);
    assertThat(start).as("the heading '%s' in %s", heading, PAGE).isNotNegative();
    return lines.subList(start + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("## "))
        .toList();
  }
}
