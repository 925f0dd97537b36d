package io.belfry.torture.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Ended;
import io.belfry.torture.history.Line;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to doctor a good history is found, and named with topic, seq and subscriber. */
class DoctoredHistoryTest {

  @Test
  void a_good_history_is_clean() {
    Verdict verdict = Play.good().verdict(Rules.STRICT);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.figures().intended()).isEqualTo(60);
    assertThat(verdict.figures().acknowledged()).isEqualTo(51);
    assertThat(verdict.figures().unknown()).isEqualTo(9);
    assertThat(verdict.figures().failures()).isEqualTo(12);
    assertThat(verdict.figures().delivered()).isEqualTo(60 + 25 + 20 + 60);
  }

  @Test
  void one_topic_can_not_be_listened_to_before_it_is_there() {
    Play play = Play.good();
    play.of("exact").add(0, new Line(2, new Ended("UNKNOWN_TOPIC")));
    play.of("exact").add(0, new Line(1, new Begun("a.x", "from 1")));
    assertThat(play.verdict(Rules.STRICT).violations()).isEmpty();
  }

  static Stream<Doctoring> doctorings() {
    return Stream.concat(DoctoredDeliveries.all(), DoctoredRecords.all());
  }

  @ParameterizedTest
  @MethodSource("doctorings")
  void what_is_doctored_is_found(Doctoring doctoring) {
    Play play = Play.good();
    doctoring.deed().accept(play);
    assertThat(play.verdict(Rules.STRICT).violations()).anySatisfy(violation -> {
      assertThat(violation.kind()).isEqualTo(doctoring.kind());
      assertThat(violation.actor()).isEqualTo(doctoring.actor());
      assertThat(violation.topic()).isEqualTo(doctoring.topic());
      assertThat(violation.seq()).isEqualTo(doctoring.seq());
    });
  }

  @Test
  void every_kind_of_violation_is_doctored_here_or_with_gaps() {
    assertThat(doctorings().map(Doctoring::kind).distinct())
        .containsAll(
            Stream.of(Kind.values()).filter(kind -> kind != Kind.FALSE_GAP).toList());
  }
}
