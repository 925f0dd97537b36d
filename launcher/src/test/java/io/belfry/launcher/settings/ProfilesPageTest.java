package io.belfry.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about profiles tells what the program itself says. */
class ProfilesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "guide", "profiles.md");

  @Test
  void it_has_each_setting_of_our_own_with_its_default_and_meaning() throws IOException {
    assertThat(Files.readAllLines(PAGE)).containsSubsequence(rows());
    assertThat(Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .count())
        .isEqualTo(rows().size());
  }

  private static List<String> rows() {
    try (Plugins plugins = Plugins.load(Path.of("none"))) {
      Profile profile = Tree.load("zeromq", Map.of(), List.of(), plugins);
      return Tree.of(profile, plugins).stream()
          .filter(section -> !section.path().equals("transport"))
          .filter(section -> !section.path().startsWith("notifier."))
          .flatMap(ProfilesPageTest::rows)
          .toList();
    }
  }

  private static Stream<String> rows(Section section) {
    return section.keys().stream().map(key -> {
      String usual = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
      return Stream.of("`" + section.nameOf(key) + "`", usual, key.meaning())
          .reduce("|", (row, cell) -> row + " " + cell + " |");
    });
  }
}
