package io.belfry.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.belfry.compare.result.Curve;
import io.belfry.compare.result.Run.Slice;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn can be read. */
class ChartTest {

  private static final Pattern NAME =
      Pattern.compile("class=\"name\" x=\"[0-9.]+\" y=\"([0-9.]+)\"");

  @Test
  void no_name_covers_another() {
    Html html = new Html();
    Chart chart = Chart.open(html, "Many");
    Look look = Look.of("anyone", Map.of());
    IntStream.range(0, 12).forEach(i -> chart.name("name " + i, look, 400, i < 9 ? 240 : 100));
    chart.close();
    double[] places = NAME.matcher(html.toString())
        .results()
        .mapToDouble(match -> Double.parseDouble(match.group(1)))
        .toArray();
    assertThat(places).hasSize(12).isSorted();
    assertThat(places[11]).isLessThanOrEqualTo(Chart.BOTTOM + 4);
    IntStream.range(1, 12)
        .forEach(i -> assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(13.9));
  }

  @Test
  void looks_differ_even_without_colour() {
    Map<String, Look> looks = Look.of(Sample.full());
    assertThat(looks).containsOnlyKeys(Sample.ALL);
    assertThat(looks.values()).extracting(Look::style).doesNotHaveDuplicates();
    assertThat(looks.values()).extracting(Look::dash).doesNotHaveDuplicates();
    assertThat(looks.values()).extracting(Look::shape).doesNotHaveDuplicates();
  }

  @Test
  void a_percentile_is_that_of_the_first_point_that_goes_so_far() {
    Curve curve = new Curve(
        10, 1, List.of(new Curve.Point(50, 5), new Curve.Point(95, 9), new Curve.Point(100, 20)));
    assertThat(CurveTable.at(curve, 50)).isEqualTo(5);
    assertThat(CurveTable.at(curve, 90)).isEqualTo(9);
    assertThat(CurveTable.at(curve, 99.9)).isEqualTo(20);
  }

  @Test
  void slices_that_are_put_together_lose_nothing() {
    List<Slice> slices = IntStream.range(0, 1_003)
        .mapToObj(i -> new Slice(i * 10L, 3, i == 500 ? 900 : 3, i))
        .toList();
    List<Slice> merged = Slices.atMost(40, slices);
    assertThat(merged).hasSizeLessThanOrEqualTo(40);
    assertThat(merged.stream().mapToLong(Slice::received).sum()).isEqualTo(1_002 * 3 + 900);
    assertThat(merged.get(merged.size() - 1).slowest()).isEqualTo(1_002);
    assertThat(Slices.width(merged)).isEqualTo(260);
    assertThat(Slices.atMost(40, List.of())).isEmpty();
  }

  @Test
  void each_nine_has_as_much_room_as_the_one_before() {
    List<Curve.Point> points = List.of(
        new Curve.Point(90, 1_000), new Curve.Point(99, 1_000), new Curve.Point(99.9, 1_000));
    Curve curve = new Curve(1_000, 1, points);
    Html html = new Html();
    new PercentileChart(Map.of("one", curve), List.of(curve), Map.of()).draw(html, "One");
    double[] places = Pattern.compile("[ML]([0-9.]+) ")
        .matcher(Pattern.compile("class=\"curve.*? d=\"([^\"]+)\"")
            .matcher(html.toString())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1))
        .results()
        .mapToDouble(match -> Double.parseDouble(match.group(1)))
        .toArray();
    assertThat(places).hasSize(3);
    assertThat(places[2] - places[1]).isCloseTo(places[1] - places[0], within(0.2));
  }
}
