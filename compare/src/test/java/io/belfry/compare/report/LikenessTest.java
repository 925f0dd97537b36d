package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not the same service does not pass for it. */
class LikenessTest {

  @Test
  void where_all_promise_the_same_there_is_no_letter() {
    Finding one = promising("one", Sample.SAFE);
    Likeness likeness = Likeness.of(List.of(one, promising("other", Sample.SAFE)));
    assertThat(likeness.isOne()).isTrue();
    assertThat(likeness.letter(one)).isEmpty();
    assertThat(likeness.legend()).isEmpty();
  }

  @Test
  void letters_are_given_in_the_order_of_appearance() {
    List<Finding> findings = List.of(
        promising("one", Sample.SAFE),
        promising("two", Sample.FIRE),
        promising("three", Sample.SAFE));
    Likeness likeness = Likeness.of(findings);
    assertThat(findings.stream().map(likeness::letter)).containsExactly("a", "b", "a");
  }

  @Test
  void the_legend_says_what_differs() {
    Likeness likeness =
        Likeness.of(List.of(promising("one", Sample.SAFE), promising("two", Sample.FIRE)));
    assertThat(likeness.legend())
        .containsEntry("a", "delivery: at least once")
        .containsEntry("b", "delivery: at most once");
  }

  @Test
  void what_one_does_not_mention_is_not_said() {
    Likeness likeness = Likeness.of(
        List.of(promising("one", Map.of("order", "total")), promising("two", Map.of())));
    assertThat(likeness.legend())
        .containsEntry("a", "order: total")
        .containsEntry("b", "order: not said");
  }

  @Test
  void what_has_no_runs_has_no_letter() {
    Finding failed = finding("pubsub", Map.of(), "failed")
        .promising(Map.of())
        .failing("no", 0)
        .build();
    Finding one = promising("one", Sample.SAFE);
    Likeness likeness = Likeness.of(List.of(failed, one));
    assertThat(likeness.isOne()).isTrue();
    assertThat(likeness.letter(failed)).isEmpty();
  }

  @Test
  void after_z_there_are_two_letters() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 28; i++) {
      findings.add(promising("x" + i, Map.of("delivery", "kind " + i)));
    }
    Likeness likeness = Likeness.of(findings);
    assertThat(likeness.letter(findings.get(25))).isEqualTo("z");
    assertThat(likeness.letter(findings.get(27))).isEqualTo("ab");
  }

  private static Finding promising(String name, Map<String, String> promise) {
    return finding("pubsub", Map.of(), name).promising(promise).build();
  }
}
