package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.tck.Waiting;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who comes in, and who may do what. */
class UsersTest {

  private static final int NOT_AUTHORIZED = 0x87;

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = Brokers.withUsers();
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @Test
  void a_wrong_password_is_refused() {
    assertThatThrownBy(() -> JmsClient.of(broker, "anna", "b-secret"))
        .isInstanceOf(JMSSecurityRuntimeException.class);
    assertThatThrownBy(() -> MqttClient.of(broker, "anna", "b-secret"))
        .isInstanceOf(MqttException.class);
  }

  @Test
  void a_stranger_is_refused() {
    assertThatThrownBy(() -> JmsClient.of(broker)).isInstanceOf(JMSSecurityRuntimeException.class);
    assertThatThrownBy(() -> MqttClient.of(broker)).isInstanceOf(MqttException.class);
    assertThatThrownBy(() -> JmsClient.of(broker, "eve", "a-secret"))
        .isInstanceOf(JMSSecurityRuntimeException.class);
  }

  @Test
  void what_is_allowed_works() throws Exception {
    try (MqttClient ben = MqttClient.of(broker, "ben", "b-secret");
        MqttClient anna = MqttClient.of(broker, "anna", "a-secret");
        JmsClient alsoAnna = JmsClient.of(broker, "anna", "a-secret")) {
      assertThat(ben.subscribe("news/sports")).isLessThan(0x80);
      anna.publish("news/sports", "by mqtt", false);
      alsoAnna.publish("news.sports", "by jms");
      Waiting.until("both arrived", () -> ben.arrived().size() >= 2);
      assertThat(ben.arrived()).containsExactlyInAnyOrder("by mqtt", "by jms");
    }
  }

  @Test
  void what_is_not_allowed_is_refused_by_mqtt() throws Exception {
    try (MqttClient ben = MqttClient.of(broker, "ben", "b-secret")) {
      assertThat(ben.subscribe("secrets/plan")).isEqualTo(NOT_AUTHORIZED);
      assertThat(ben.subscribe("news/#")).as("more than news.*").isEqualTo(NOT_AUTHORIZED);
      assertThat(ben.subscribe("#")).isEqualTo(NOT_AUTHORIZED);
      assertThat(ben.publish("news/sports", "x", false)).isEqualTo(NOT_AUTHORIZED);
    }
  }

  @Test
  void what_is_not_allowed_is_refused_by_jms() {
    try (JmsClient anna = JmsClient.of(broker, "anna", "a-secret")) {
      JMSContext context = anna.context();
      assertThatThrownBy(() -> anna.publish("secrets.plan", "x"))
          .isInstanceOf(JMSRuntimeException.class);
      assertThatThrownBy(() -> context.createConsumer(context.createTopic("news.sports")))
          .isInstanceOf(JMSSecurityRuntimeException.class);
    }
  }

  @Test
  void everybody_may_have_temporary_queues() {
    try (JmsClient anna = JmsClient.of(broker, "anna", "a-secret");
        JmsClient ben = JmsClient.of(broker, "ben", "b-secret")) {
      var replies = ben.context().createTemporaryQueue();
      anna.context().createProducer().send(replies, "hello");
      assertThat(ben.context().createConsumer(replies).receive(Waiting.LONG.toMillis()))
          .isNotNull();
    }
  }

  @Test
  void nobody_gets_at_the_broker_itself() {
    EmbeddedBroker open = Brokers.open();
    try (open;
        JmsClient client = JmsClient.of(open)) {
      JMSContext context = client.context();
      for (String address : List.of("activemq.management", "activemq.notifications")) {
        assertThatThrownBy(() -> client.send(address, "x"))
            .as(address)
            .isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> context.createConsumer(context.createTopic(address)))
            .as(address)
            .isInstanceOf(JMSRuntimeException.class);
      }
    }
  }
}
