package io.belfry.transport.zeromq;

import static java.util.concurrent.CompletableFuture.completedStage;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.settings.Settings;
import io.belfry.tck.ShownProgram;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The program in the README, word for word. */
class ReadmeTest {

  private static void program(String endpoint) throws InterruptedException {
    // The program begins here.
    TransportProvider zeromq = new ZeroMqProvider();
    Settings settings = Settings.of(zeromq.name(), zeromq.settings(), Map.of("endpoint", endpoint));
    CountDownLatch received = new CountDownLatch(2);

    try (Transport hub = zeromq.open(settings, Side.HUB);
        Transport spoke = zeromq.open(settings, Side.SPOKE)) {

      // Publish and subscribe: every subscriber whose filter matches gets a copy.
      Subscription news = spoke.subscribe(new TopicFilter("finance.#"), (topic, message) -> {
        System.out.println(topic + ": " + message.payload().text());
        received.countDown();
      });
      news.ready().toCompletableFuture().join();
      hub.publish(new Topic("finance.stock"), Message.of("up"));

      // Pipeline: exactly one worker gets it, and another one if that one fails.
      Address bells = new Address("bells");
      spoke.pull(bells, work -> {
        System.out.println("ringing " + work.payload().text());
        received.countDown();
      });
      hub.push(bells, Message.of("Emmanuel"));
      received.await();

      // Request and reply: one answer, or a typed failure by the deadline.
      Address greeter = new Address("greeter");
      hub.serve(
          greeter,
          asked -> completedStage(Message.of("Hello, " + asked.payload().text())));
      spoke
          .request(greeter, Message.of("Quasimodo"), Duration.ofSeconds(2))
          .thenAccept(reply -> System.out.println(reply.payload().text()))
          .toCompletableFuture()
          .join();
    }
    // The program ends here.
  }

  @Test
  void the_program_says_what_it_received() throws Throwable {
    List<String> said =
        ShownProgram.linesOf(() -> program(Ports.endpoint(Ports.free(Ports.HUB_NEEDS))));

    assertThat(said)
        .containsExactlyInAnyOrder("finance.stock: up", "ringing Emmanuel", "Hello, Quasimodo");
  }

  @Test
  void the_readme_shows_this_very_program() throws IOException {
    ShownProgram.assertShown(Path.of("..", "README.md"), ReadmeTest.class);
  }
}
