package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Topic;
import io.belfry.service.ServiceException;
import org.cometd.bayeux.Bayeux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChannelsTest {

  @ParameterizedTest
  @CsvSource({
    "a,/topic/a",
    "finance.stock,/topic/finance/stock",
    "a-b_c~d@e.f,/topic/a-b_c~d@e/f",
    "a=b,/topic/a!3Db",
    "여.b,/topic/!EC!97!AC/b"
  })
  void a_topic_is_a_channel_and_back(String topic, String channel) {
    assertThat(Channels.of(new Topic(topic))).isEqualTo(channel);
    assertThat(Channels.topic(channel)).isEqualTo(new Topic(topic));
    assertThat(Channels.filter(channel).pattern()).isEqualTo(topic);
    assertThat(Channels.above(channel)).isEmpty();
    assertThat(Bayeux.Validator.isValidChannelId(channel)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/topic/*,*",
    "/topic/**,#",
    "/topic/a/*,a.*",
    "/topic/a/b/**,a.b.#",
    "/topic/a!3D/**,a=.#"
  })
  void wildcards_stand_at_the_end(String channel, String filter) {
    assertThat(Channels.filter(channel).pattern()).isEqualTo(filter);
    assertThatThrownBy(() -> Channels.topic(channel)).isInstanceOf(ServiceException.class);
  }

  @Test
  void what_stands_before_a_wildcard_is_not_wanted() {
    assertThat(Channels.above("/topic/a/b/**")).contains(new Topic("a.b"));
    assertThat(Channels.above("/topic/**")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/topic",
        "/topic/",
        "/topics/a",
        "/topic/a/",
        "/topic//a",
        "/topic/a.b",
        "/topic/*/a",
        "/topic/**/a",
        "/topic/a*",
        "/topic/#",
        "/topic/{a}",
        "/topic/a b",
        "/topic/a!",
        "/topic/a!3",
        "/topic/a!3d",
        "/topic/a!61",
        "/topic/!FF",
        "/topic/ ",
        "/topic/a!2A",
        "/meta/x",
        "/service/x",
        "/**"
      })
  void what_is_no_channel_of_a_topic_is_refused(String channel) {
    assertThatThrownBy(() -> Channels.filter(channel))
        .isInstanceOfSatisfying(
            ServiceException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ServiceException.Code.BAD_REQUEST));
  }
}
