package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.compare.report.Headline.Kind;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said is what the figures say. */
class HeadlinesTest {

  private static final Account FOUR_OF_TEN = new Account(10, 0, 10, 6, 4, 0, 0, 0);

  @Test
  void the_difference_between_bare_transport_and_service_leads() {
    assertThat(Headlines.of(Sample.full()).get(0))
        .isEqualTo(new Headline(
            Kind.LEADING,
            "",
            "When something went wrong, the bare transports lost 8,350 of 150,000 deliveries (5.57 %); with"
                + " the service above them none of the 150,000 deliveries were lost."));
  }

  @Test
  void a_service_that_loses_is_not_praised() {
    List<String> sentences = said(
        Kind.LEADING,
        layer("bare", new Account(10, 0, 10, 10, 0, 0, 0, 0)),
        layer("service", FOUR_OF_TEN));
    assertThat(sentences)
        .containsExactly(
            "When something went wrong, the bare transports lost none of the 50 deliveries; with the service"
                + " above them 20 of 50 deliveries (40 %) were lost.");
  }

  @Test
  void each_contestant_is_told_with_what_was_late_and_repeated() {
    assertThat(
            said(Kind.SERVICE, FaultSample.bare(Sample.ZEROMQ), FaultSample.served(Sample.ZEROMQ)))
        .singleElement()
        .asString()
        .startsWith("broker-restart, zeromq: the bare transport lost 5,650 of 37,500 deliveries"
            + " (15.1 %); with the service above it none of the 37,500 deliveries were lost, 35 came"
            + " twice, recovery took ")
        .contains(" and catching up took ");
  }

  @Test
  void a_missing_layer_is_told() {
    assertThat(said(Kind.SERVICE, layer("bare", FOUR_OF_TEN)))
        .containsExactly("broker-restart, one: the bare transport lost 20 of 50 deliveries (40 %);"
            + " there is no figure with the service above it.");
    assertThat(said(Kind.LEADING, layer("bare", FOUR_OF_TEN))).isEmpty();
  }

  @Test
  void a_service_without_its_bare_transport_is_told_too() {
    assertThat(said(Kind.SERVICE, layer("service", FOUR_OF_TEN)))
        .containsExactly("broker-restart, one: with the service 20 of 50 deliveries (40 %) were"
            + " lost and none came twice; there is no figure of the bare transport.");
  }

  @Test
  void no_flaw_of_a_layer_is_kept_back() {
    assertThat(said(
            Kind.SERVICE,
            layer("bare", new Account(10, 0, 10, 11, 0, 1, 0, 0)),
            layer("service", new Account(10, 0, 10, 10, 0, 0, 2, 3))))
        .containsExactly("broker-restart, one: the bare transport lost none of the 50 deliveries"
            + " (and 5 came twice); with the service above it none of the 50 deliveries were lost,"
            + " 10 came out of order, 15 had not been sent so and none came twice.");
  }

  @Test
  void the_fastest_is_named_if_it_is_apart() {
    assertThat(said(Kind.RESPONSE, p99("one", 10, 11, 12, 13, 14), p99("two", 20, 21, 22, 23, 24)))
        .containsExactly(
            "pubsub: one has the lowest p99 response time: 12.0 ns, then two with 22.0 ns.");
  }

  @Test
  void those_that_overlap_are_not_told_apart() {
    assertThat(said(
            Kind.RESPONSE,
            p99("one", 10, 11, 12, 13, 20),
            p99("two", 20, 21, 22, 23, 24),
            p99("far", 90, 91, 92, 93, 94)))
        .containsExactly("pubsub: one and two have the lowest p99 response time and can't be told"
            + " apart, as their intervals overlap: 12.0 ns, then two with 22.0 ns.");
  }

  @Test
  void too_few_repeats_tell_nothing_apart() {
    assertThat(said(Kind.RESPONSE, p99("one", 10, 11), p99("two", 20, 21)))
        .singleElement()
        .asString()
        .contains("one and two can't be told apart", "fewer than 3 repeats");
  }

  @Test
  void the_unlike_are_not_ranked() {
    assertThat(said(Kind.RESPONSE, p99("one", 1, 1, 1), unlike("two", 9, 9, 9)))
        .containsExactly(
            "pubsub: one and two are not ranked by p99 response time: no two of them promise the same.");
  }

  @Test
  void the_alike_are_ranked_among_themselves() {
    assertThat(
            said(Kind.RESPONSE, unlike("bold", 1, 1, 1), p99("one", 5, 5, 5), p99("two", 9, 9, 9)))
        .containsExactly(
            "pubsub: one has the lowest p99 response time of those that promise the same"
                + " (b): 5.00 ns, then two with 9.00 ns; promises differ: bold (a).");
  }

  @Test
  void the_highest_rate_is_the_best() {
    assertThat(said(
            Kind.RATE,
            finding("pubsub", Map.of(), "one")
                .exactly(Metric.SUSTAINED, 5, 5, 5)
                .build(),
            finding("pubsub", Map.of(), "two")
                .exactly(Metric.SUSTAINED, 9, 9, 9)
                .build()))
        .containsExactly("pubsub: two has the highest sustained rate: 9 messages/s, then one"
            + " with 5 messages/s.");
  }

  @Test
  void what_is_flawless_is_told_together_and_the_rest_by_name() {
    assertThat(Headlines.of(Sample.full()).stream()
            .filter(headline -> headline.kind() == Kind.ACCOUNT)
            .map(Headline::sentence))
        .contains("pipeline: zeromq lost 15 of 50,000 deliveries (0.03 %).")
        .contains("In pubsub, fanout, reqrep and notify nothing was lost, repeated, out of order or"
            + " corrupt, with any of them.");
  }

  @Test
  void a_warning_is_told_once_with_its_places() {
    Finding[] warned = Sample.ALL.stream()
        .flatMap(name -> List.of("1", "2").stream()
            .map(size -> finding("pubsub", Map.of("size", size), name)
                .warning("It was late.")
                .build()))
        .toArray(Finding[]::new);
    assertThat(said(Kind.WARNING, warned))
        .singleElement()
        .asString()
        .startsWith("It was late. (pubsub, zeromq, size 1 B; ")
        .endsWith("; and at 4 more)");
  }

  @Test
  void a_single_contestant_is_the_best_of_nothing() {
    assertThat(said(Kind.RESPONSE, p99("one", 1, 2, 3))).isEmpty();
  }

  private static List<String> said(Kind kind, Finding... findings) {
    return Headlines.of(Sample.of(findings)).stream()
        .filter(headline -> headline.kind() == kind)
        .map(Headline::sentence)
        .toList();
  }

  private static Finding p99(String name, double... values) {
    return finding("pubsub", Map.of(), name)
        .exactly(Metric.RESPONSE_P99, values)
        .build();
  }

  private static Finding unlike(String name, double... values) {
    return finding("pubsub", Map.of(), name)
        .promising(Sample.FIRE)
        .exactly(Metric.RESPONSE_P99, values)
        .build();
  }

  private static Finding layer(String layer, Account each) {
    return finding("broker-restart", Map.of("layer", layer), "one")
        .accounting(each)
        .build();
  }
}
