package io.belfry.compare.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide says what is so. */
class GuideTest {

  private static final Path GUIDE = Path.of("../docs/guide/compare.md");

  @Test
  void it_lists_the_scenarios_that_come_along() throws IOException {
    assertThat(names("| scenario | what it is |")).containsExactlyElementsOf(Scenarios.BUILT_IN);
  }

  @Test
  void it_lists_all_settings_with_their_defaults() throws IOException {
    List<String> rows = rows("| key | default | meaning |").toList();
    assertThat(names("| key | default | meaning |"))
        .containsExactlyElementsOf(
            Scenarios.keys().stream().map(SettingKey::name).toList());
    Scenarios.keys()
        .forEach(key -> assertThat(rows)
            .anySatisfy(row -> assertThat(row)
                .startsWith("| `" + key.name() + "` |"
                    + (key.defaultText().isEmpty() ? " " : " `" + key.defaultText() + "` ")
                    + "|")));
  }

  @Test
  void its_scenario_can_be_read() throws IOException {
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf("mine {");
    String example = guide.substring(begin, guide.indexOf("```", begin));
    assertThat(Scenarios.read(example, "the guide").get(0).points()).hasSize(3);
  }

  private static List<String> names(String head) throws IOException {
    return rows(head).map(row -> row.split("`")[1]).toList();
  }

  private static Stream<String> rows(String head) throws IOException {
    return Files.readAllLines(GUIDE).stream()
        .dropWhile(line -> !line.equals(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"));
  }
}
