package io.belfry.compare.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenariosTest {

  @TempDir
  private Path directory;

  @Test
  void those_that_come_along_can_be_read_and_say_what_they_mean() {
    List<Scenario> all = Scenarios.of(Scenarios.BUILT_IN);
    assertThat(all).extracting(Scenario::name).containsExactlyElementsOf(Scenarios.BUILT_IN);
    assertThat(all).allSatisfy(scenario -> assertThat(scenario.meaning()).endsWith("."));
  }

  @Test
  void lists_are_varied_and_each_combination_is_a_point() {
    Scenario scenario = one("mine { size = [100, 200], rate = 50, subscribers = [1, 2] }");
    assertThat(scenario.points())
        .extracting(Point::varied)
        .extracting(Object::toString)
        .containsExactly(
            "{size=100, subscribers=1}",
            "{size=100, subscribers=2}",
            "{size=200, subscribers=1}",
            "{size=200, subscribers=2}");
  }

  @Test
  void every_setting_is_kept_for_the_report_and_what_is_not_written_has_its_default() {
    Scenario scenario = one("mine { duration = 250ms, goal { limit = 9ms }, search = true }");
    assertThat(scenario.duration()).isEqualTo(Duration.ofMillis(250));
    assertThat(scenario.search()).contains(new Goal(99, Duration.ofMillis(9)));
    assertThat(scenario.settings())
        .containsEntry("duration", "250ms")
        .containsEntry("repeats", "3")
        .hasSize(Scenarios.keys().size());
  }

  @Test
  void a_file_may_have_several_in_its_order() {
    assertThat(Scenarios.read("b { }\na { }", "a file"))
        .extracting(Scenario::name)
        .containsExactly("b", "a");
  }

  @Test
  void a_file_is_chosen_by_its_path() throws IOException {
    Path file = directory.resolve("mine.conf");
    Files.writeString(file, "mine { pattern = reqrep }");
    assertThat(Scenarios.of(List.of("pubsub", file.toString())))
        .extracting(Scenario::name)
        .containsExactly("pubsub", "mine");
    assertThatThrownBy(() -> Scenarios.of(List.of(file.toString(), file.toString())))
        .isInstanceOf(SettingsException.class)
        .hasMessage("The scenario 'mine' is there twice; give it another name.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      mine { sise = 5 }                    | did you mean 'size'?
      mine { goal { limits = 5ms } }       | did you mean 'goal.limit'?
      mine { size = 10 }                   | must be a number from 68 to 16777216, not '10'
      mine { size = [100, many] }          | must be a number from 68 to 16777216, not 'many'
      mine { layer = both }                | must be bare or service, not 'both'
      mine { pattern = pubsup }            | pubsub or reqrep or pipeline or notify
      mine { pattern = reqrep, fault = reconnect } | has a fault, which is tried with pattern = pubsub only
      mine { pattern = reqrep, layer = service }   | has a layer, which is for pattern = pubsub only
      mine { search = true, fault = reconnect }    | has a search, which needs
      mine { fault = slow-subscriber }     | has a slow subscriber; set its pause
      mine { duration = 0s }               | measures for no time at all
      mine = 5                             | stands alone
      mine {                               | line 1; look there and before for a bracket
      """)
  void what_can_not_be_is_refused_with_a_sentence(String text, String sentence) {
    assertThatThrownBy(() -> Scenarios.read(text, "a file"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("a file");
  }

  @Test
  void an_empty_file_is_refused() {
    assertThatThrownBy(() -> Scenarios.read("", "a file"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("There is no scenario in a file.");
  }

  @Test
  void an_unknown_name_is_answered_with_the_nearest() {
    assertThatThrownBy(() -> Scenarios.of(List.of("pubsup")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("did you mean 'pubsub'?");
    assertThatThrownBy(() -> Scenarios.of(List.of("nowhere/mine.conf")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("There is no file nowhere/mine.conf");
  }

  private static Scenario one(String text) {
    return Scenarios.read(text, "a file").get(0);
  }
}
