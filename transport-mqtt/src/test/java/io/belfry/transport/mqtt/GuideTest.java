package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.settings.Settings;
import io.belfry.tck.ShownProgram;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program in the guide to the transports, word for word. */
class GuideTest {

  private static CompletableFuture<String> program() {
    CompletableFuture<String> received = new CompletableFuture<>();
    // The program begins here.
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerConfig.DEFAULTS.withPorts(BrokerPorts.FREE))) {
      String url = "tcp://127.0.0.1:" + broker.mqttPort();
      TransportProvider mqtt = new MqttProvider();
      Settings settings = Settings.of(mqtt.name(), mqtt.settings(), Map.of("url", url));

      try (Transport publisher = mqtt.open(settings, Side.SPOKE);
          Transport subscriber = mqtt.open(settings, Side.SPOKE)) {
        subscriber
            .subscribe(
                new TopicFilter("finance.#"),
                (topic, message) ->
                    received.complete(topic + ": " + message.payload().text()))
            .ready()
            .toCompletableFuture()
            .join();
        publisher.publish(new Topic("finance.stock"), Message.of("up"));
        received.join();
      }
    }
    // The program ends here.
    return received;
  }

  @Test
  void the_program_receives_what_it_publishes() throws Exception {
    assertThat(program().get(20, TimeUnit.SECONDS)).isEqualTo("finance.stock: up");
  }

  @Test
  void the_guide_shows_this_very_program() throws IOException {
    ShownProgram.assertShown(Path.of("..", "docs", "guide", "transports.md"), GuideTest.class);
  }
}
