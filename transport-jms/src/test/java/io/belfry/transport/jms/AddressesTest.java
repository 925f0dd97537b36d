package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import org.junit.jupiter.api.Test;

/** What things are called in the broker. */
class AddressesTest {

  private static final Addresses ARTEMIS = Addresses.parse(".*#");
  private static final Addresses SLASHES = Addresses.parse("/+#");

  @Test
  void a_topic_is_called_as_it_is() {
    assertThat(ARTEMIS.topic(new Topic("finance.stock"))).isEqualTo("finance.stock");
    assertThat(ARTEMIS.filter(new TopicFilter("a.*.#"))).isEqualTo("a.*.#");
    assertThat(ARTEMIS.topicOf("finance.stock")).isEqualTo(new Topic("finance.stock"));
  }

  @Test
  void another_broker_may_have_other_signs() {
    assertThat(SLASHES.topic(new Topic("finance.stock"))).isEqualTo("finance/stock");
    assertThat(SLASHES.filter(new TopicFilter("a.*.#"))).isEqualTo("a/+/#");
    assertThat(SLASHES.topicOf("finance/stock")).isEqualTo(new Topic("finance.stock"));
    assertThatThrownBy(() -> SLASHES.topicOf("fin.ance/stock"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_topic_can_be_what_a_queue_or_service_is() {
    Address address = new Address("bells");
    assertThat(Addresses.queue(address)).isEqualTo("belfry/queue.bells");
    assertThat(Addresses.service(address)).isEqualTo("belfry/service.bells");
    assertThatThrownBy(() -> new Topic(Addresses.queue(address)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ARTEMIS.topicOf(Addresses.service(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
