package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.tck.Waiting;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;

/** What becomes of messages that nobody takes. */
class FullBrokerTest {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final String TEXT = "x".repeat(10_000);

  @Test
  void a_full_broker_refuses_by_jms() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(Brokers.CONFIG.withMaxMemory(MEBIBYTE));
        JmsClient client = JmsClient.of(broker)) {
      assertThatThrownBy(() -> IntStream.range(0, 1_000).forEach(i -> client.send("work", TEXT)))
          .isInstanceOf(JMSRuntimeException.class)
          .hasMessageContaining("full");
      assertThat(client.receive("work")).hasValue(TEXT);
    }
  }

  @Test
  void a_full_broker_refuses_by_mqtt() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(Brokers.CONFIG.withMaxMemory(MEBIBYTE));
        JmsClient slow = JmsClient.of(broker);
        MqttClient client = MqttClient.of(broker)) {
      JMSContext context = slow.context();
      context.stop();
      try (JMSConsumer waiting = context.createConsumer(context.createTopic("news"))) {
        assertThatThrownBy(() -> {
              for (int i = 0; i < 1_000; i++) {
                client.publish("news", TEXT, false);
              }
            })
            .as("the end of the connection, which is how it refuses")
            .isInstanceOf(MqttException.class);
        assertThat(broker.isRunning()).isTrue();
      }
    }
  }

  @Test
  void what_is_refused_ten_times_is_put_aside() {
    try (EmbeddedBroker broker = Brokers.open();
        JmsClient client = JmsClient.of(broker)) {
      client.send("work", "bad");
      JMSContext context = client.context().createContext(JMSContext.SESSION_TRANSACTED);
      try (JMSConsumer consumer = context.createConsumer(context.createQueue("work"))) {
        for (int i = 0; i < 10; i++) {
          assertThat(consumer.receive(Waiting.LONG.toMillis()))
              .as("delivery " + i)
              .isNotNull();
          context.rollback();
        }
      }
      context.close();
      assertThat(client.receive(ServerSettings.DEAD_LETTERS)).hasValue("bad");
    }
  }

  @Test
  void what_has_expired_is_put_aside() {
    try (EmbeddedBroker broker = Brokers.open();
        JmsClient client = JmsClient.of(broker)) {
      JMSContext context = client.context();
      context.createProducer().setTimeToLive(1).send(context.createQueue("work"), "late");
      assertThat(client.receive(ServerSettings.EXPIRED)).hasValue("late");
    }
  }
}
