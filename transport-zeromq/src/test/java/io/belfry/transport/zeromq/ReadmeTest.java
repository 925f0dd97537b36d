package io.belfry.transport.zeromq;

import static java.util.concurrent.CompletableFuture.completedStage;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program in the README, word for word. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path THIS =
      Path.of("src/test/java/io/belfry/transport/zeromq/ReadmeTest.java");

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
  void the_program_says_what_it_received() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      program(Ports.endpoint(Ports.free(Ports.HUB_NEEDS)));
    } finally {
      System.setOut(out);
    }

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactlyInAnyOrder("finance.stock: up", "ringing Emmanuel", "Hello, Quasimodo");
  }

  @Test
  void the_readme_shows_this_very_program() throws IOException {
    String shown = between(README, "```java\n", "```");
    String program = between(THIS, "// The program begins here.\n", "// The program ends here.");

    assertThat(shown).isEqualTo(program.stripIndent());
  }

  private static String between(Path file, String begin, String end) throws IOException {
    String pattern = Pattern.quote(begin) + "(.*?)" + Pattern.quote(end);
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
