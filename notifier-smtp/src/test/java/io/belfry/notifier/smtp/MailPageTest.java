package io.belfry.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Notice;
import io.belfry.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about mail tells what the notifier itself says. */
class MailPageTest {

  private static final Path PAGE = Path.of("..", "docs", "guide", "mail.md");

  @Test
  void it_has_each_setting_with_its_default_and_meaning() throws IOException {
    assertThat(rows("## smtp"))
        .containsExactlyElementsOf(
            new SmtpProvider().settings().stream().map(MailPageTest::row).toList());
  }

  @Test
  void it_has_each_name_that_a_template_can_use() throws IOException {
    Model model = new Model(new Links(Optional.empty()), ZoneId.of("UTC"), 1_000);
    String told = String.join("\n", rows("### Templates of your own"));
    for (Notice notice : Samples.in("en")) {
      Map<String, Object> values = notice instanceof Changes changes
          ? model.of(changes, false)
          : model.of((Confirmation) notice);
      assertThat(values.keySet()).allSatisfy(name -> assertThat(told).contains("`" + name + "`"));
    }
  }

  private static String row(SettingKey<?> key) {
    String without = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
    return Stream.of("`" + key.name() + "`", without, key.meaning())
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static List<String> rows(String heading) throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    return lines.subList(lines.indexOf(heading) + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("| `"))
        .toList();
  }
}
