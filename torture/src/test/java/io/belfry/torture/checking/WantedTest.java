package io.belfry.torture.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTest {

  private static final List<String> FILTERS =
      List.of("#", "a.#", "a.*", "*.b", "a.b", "a", "*", "a.*.c", "*.#", "a.b.#");
  private static final List<String> TOPICS =
      List.of("a", "b", "a.b", "b.b", "a.c", "a.b.c", "a.b.d", "a.b.c.d", "aa.b", "a.bb");

  @Test
  void it_wants_what_the_system_finds_to_match() {
    for (String filter : FILTERS) {
      for (String topic : TOPICS) {
        assertThat(new Wanted(filter).has(topic))
            .as("%s and %s", filter, topic)
            .isEqualTo(new TopicFilter(filter).matches(new Topic(topic)));
      }
    }
  }
}
