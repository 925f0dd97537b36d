package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is subscribed to on the wire, and what on the level of topics. */
class PrefixesTest {

  private static final int ROUNDS = 50_000;

  @ParameterizedTest
  @CsvSource({
    "a,       a~",
    "a.b,     a.b~",
    "a.*,     a.",
    "a.*.c,   a.",
    "a.#,     a. a~",
    "a.b.#,   a.b. a.b~",
    "a.*.#,   a.",
    "*,       ''",
    "#,       ''",
    "*.b,     ''",
    "ä.#,     ä. ä~"
  })
  void a_filter_has_these_prefixes(String filter, String prefixes) {
    assertThat(Prefixes.of(new TopicFilter(filter)).stream()
            .map(PrefixesTest::shown)
            .toList())
        .containsExactly(prefixes.split(" "));
  }

  @Test
  void what_a_filter_matches_has_one_of_its_prefixes() {
    Samples samples = new Samples(6);
    int matches = 0;
    for (int i = 0; i < ROUNDS; i++) {
      TopicFilter filter = samples.filter();
      Topic topic = samples.topic();
      if (filter.matches(topic)) {
        matches++;
        assertThat(isBrought(topic, filter)).as(filter + " brings " + topic).isTrue();
      }
    }
    assertThat(matches).isGreaterThan(ROUNDS / 50);
  }

  @Test
  void what_the_prefixes_bring_is_what_the_coarse_filter_matches() {
    Samples samples = new Samples(7);
    for (int i = 0; i < ROUNDS; i++) {
      TopicFilter filter = samples.filter();
      Topic topic = samples.topic();
      if (isBrought(topic, filter)) {
        assertThat(Prefixes.coarse(filter).matches(topic))
            .as(filter + " " + topic)
            .isTrue();
      }
    }
  }

  @Test
  void a_filter_without_wildcards_brings_its_topic_alone() {
    TopicFilter filter = new TopicFilter("weather");
    assertThat(isBrought(new Topic("weather"), filter)).isTrue();
    assertThat(isBrought(new Topic("weatherman"), filter)).isFalse();
    assertThat(isBrought(new Topic("weather.today"), filter)).isFalse();
  }

  /** As the library does it: the frame begins with one of the prefixes. */
  private static boolean isBrought(Topic topic, TopicFilter filter) {
    List<byte[]> prefixes = Prefixes.of(filter);
    String frame = shown((topic.name() + "\0").getBytes(StandardCharsets.UTF_8));
    return prefixes.stream().anyMatch(prefix -> frame.startsWith(shown(prefix)));
  }

  private static String shown(byte[] prefix) {
    return new String(prefix, StandardCharsets.UTF_8).replace('\0', '~');
  }
}
