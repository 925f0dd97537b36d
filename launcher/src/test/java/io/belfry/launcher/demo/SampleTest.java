package io.belfry.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the samples say. */
class SampleTest {

  private static final long SEED = 7;
  private static final int LONG = 10_000;

  @Test
  void the_rectangle_never_turns_back() {
    List<Double> angles = of("demo.rectangle", 100);
    assertThat(angles).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void the_chart_goes_up_and_down_in_small_steps_around_the_middle() {
    List<Double> points = of("demo.chart", LONG);
    assertThat(points).allSatisfy(point -> assertThat(point).isBetween(-50.0, 150.0));
    assertThat(points).anyMatch(point -> point < 40).anyMatch(point -> point > 60);
    for (int i = 1; i < points.size(); i++) {
      assertThat(Math.abs(points.get(i) - points.get(i - 1))).isLessThan(10);
    }
  }

  private static List<Double> of(String topic, int count) {
    Sample sample = Sample.all(new Random(SEED)).stream()
        .filter(each -> each.spec().topic().equals(new Topic(topic)))
        .findFirst()
        .orElseThrow();
    return Stream.generate(sample.next()).limit(count).map(Double::valueOf).toList();
  }
}
