package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A broker passes on what it does not look into. */
class ObjectMessageTest {

  private static final AtomicInteger READ = new AtomicInteger();

  /** Counts how often one of it comes into being from bytes. */
  private static final class Trap implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream input) {
      READ.incrementAndGet();
    }
  }

  @Test
  void an_object_in_a_message_is_never_made_by_the_broker() throws Exception {
    try (EmbeddedBroker broker = Brokers.open();
        JmsClient client = JmsClient.of(broker);
        MqttClient mqtt = MqttClient.of(broker)) {
      JMSContext context = client.context();
      mqtt.subscribe("objects");
      JMSConsumer consumer =
          context.createConsumer(context.createTopic("objects"), "color = 'red'");
      context
          .createProducer()
          .setProperty("color", "red")
          .send(context.createTopic("objects"), new Trap());
      assertThat(consumer.receive(Waiting.LONG.toMillis())).isNotNull();
      Waiting.until("mqtt got it, too", () -> mqtt.arrived().size() == 1);
      assertThat(READ).hasValue(0);
    }
  }
}
