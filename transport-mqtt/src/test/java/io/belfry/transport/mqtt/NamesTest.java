package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private final Names plain = new Names("");
  private final Names prefixed = new Names("acme/eu/");

  @ParameterizedTest
  @ValueSource(strings = {"a", "finance.stock", "天气.погода", "a-b.c_d.e~f.g@h.i=j"})
  void a_topic_is_read_as_it_was_written(String name) {
    Topic topic = new Topic(name);
    assertThat(plain.parse(plain.topic(topic))).contains(topic);
    assertThat(prefixed.parse(prefixed.topic(topic))).contains(topic);
  }

  @Test
  void levels_and_wildcards_become_those_of_mqtt() {
    assertThat(plain.topic(new Topic("finance.stock"))).isEqualTo("finance/stock");
    assertThat(plain.filter(new TopicFilter("finance.*.#"))).isEqualTo("finance/+/#");
    assertThat(prefixed.filter(new TopicFilter("#"))).isEqualTo("acme/eu/#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a//b", "a.b", "a/b.c", "a b", "$SYS/uptime", "!belfry/queue/a"})
  void what_is_no_topic_of_ours_is_none(String onWire) {
    assertThat(plain.parse(onWire)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "acme", "acme/eu", "acme/e", "acme/us/a", "acme/eu/"})
  void what_lacks_the_prefix_is_no_topic_of_ours(String onWire) {
    assertThat(prefixed.parse(onWire)).isEmpty();
  }

  @Test
  void services_and_queues_stand_beside_the_topics() {
    Address bells = new Address("bells.north");
    assertThat(plain.service(bells)).isEqualTo("!belfry/service/bells/north");
    assertThat(prefixed.queue(bells)).isEqualTo("acme/eu/!belfry/queue/bells/north");
    assertThat(plain.replies("me")).isEqualTo("!belfry/reply/me");
    assertThat(plain.isInternal(plain.service(bells))).isTrue();
    assertThat(prefixed.isInternal(prefixed.queue(bells))).isTrue();
    assertThat(prefixed.isInternal(plain.queue(bells))).isFalse();
    assertThat(plain.isInternal("a/!belfry/")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"my/replies", "!belfry/reply/me", "a"})
  void a_stranger_may_await_its_reply_there(String onWire) {
    assertThat(plain.isFitForReplies(onWire)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/+",
        "#",
        "$SYS/a",
        "$share/g/a",
        "!belfry/service/a",
        "!belfry/queue/a",
        "!belfry/worker/a"
      })
  void a_stranger_may_not_await_its_reply_there(String onWire) {
    assertThat(plain.isFitForReplies(onWire)).isFalse();
  }
}
