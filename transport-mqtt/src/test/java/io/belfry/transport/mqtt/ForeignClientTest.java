package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clients that come with Mosquitto take part, by the commands of the page on the wire. */
class ForeignClientTest {

  private static TestBroker broker;

  @BeforeAll
  static void start() throws Exception {
    MosquittoClients.assumeThere();
    broker = TestBrokers.start(Kind.EMBEDDED, Setup.PLAIN);
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void they_get_what_is_published() throws IOException {
    try (Transport transport = Client.of(broker);
        Program listening = shell("subscribe")) {
      Message stock = Message.of("12.5").with("unit", "EUR").with("content-type", "text/plain");
      Waiting.until("it was printed", () -> {
        Waiting.value(transport.publish(new Topic("finance.stock"), stock));
        return listening.lines().contains("finance/stock unit:EUR text/plain 12.5");
      });
    }
  }

  @Test
  void what_they_publish_arrives() throws IOException {
    Queue<Message> arrived = new ConcurrentLinkedQueue<>();
    Queue<Topic> topics = new ConcurrentLinkedQueue<>();
    try (Transport transport = Client.of(broker)) {
      ready(transport.subscribe(new TopicFilter("finance.#"), (topic, message) -> {
        topics.add(topic);
        arrived.add(message);
      }));
      try (Program publishing = shell("publish")) {
        publishing.output();
      }
      Waiting.until("it arrived", () -> !arrived.isEmpty());
    }
    assertThat(arrived).containsExactly(Message.of("12.5").with("unit", "EUR"));
    assertThat(topics).containsExactly(new Topic("finance.stock"));
  }

  @Test
  void they_ask_and_are_answered() throws IOException {
    try (Transport transport = Client.of(broker)) {
      ready(transport.serve(
          new Address("greeter"),
          asked -> CompletableFuture.completedStage(
              Message.of("Hello, " + asked.payload().text()))));
      try (Program asking = shell("request")) {
        assertThat(asking.output()).containsExactly("Hello, Quasimodo");
      }
    }
  }

  @Test
  void they_are_asked_and_answer() throws IOException {
    try (Transport transport = Client.of(broker);
        Program serving = shell("serve")) {
      serving.awaitLine("serving"::equals);
      Waiting.until("it is answered", () -> answer(transport).equals("Hello, Quasimodo"));
    }
  }

  @Test
  void their_refusal_is_one() throws IOException {
    try (Transport transport = Client.of(broker);
        Program serving = shell("refuse")) {
      Waiting.until("it is refused", () -> answer(transport).equals("REFUSED: Not on Sundays."));
      assertThat(serving.lines()).isEmpty();
    }
  }

  @Test
  void they_give_work() throws IOException {
    Queue<String> done = new ConcurrentLinkedQueue<>();
    try (Transport transport = Client.of(broker)) {
      ready(transport.pull(
          new Address("orders.incoming"), work -> done.add(work.payload().text())));
      try (Program pushing = shell("push")) {
        pushing.output();
      }
      Waiting.until("it was done", () -> !done.isEmpty());
    }
    assertThat(done).containsExactly("two bells");
  }

  @Test
  void they_do_work() throws IOException {
    try (Transport transport = Client.of(broker);
        Program working = shell("pull")) {
      Waiting.until("it was done", () -> {
        Waiting.value(transport.push(new Address("orders.incoming"), Message.of("two bells")));
        return working.lines().contains("two bells");
      });
    }
  }

  @Test
  void who_wants_the_reply_where_none_may_go_is_not_served() throws Exception {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    try (Transport transport = Client.of(broker)) {
      ready(transport.serve(new Address("greeter"), question -> {
        asked.add(question.payload().text());
        return CompletableFuture.completedStage(question);
      }));
      for (String replyTo : new String[] {"!belfry/queue/bells", "!belfry/service/greeter"}) {
        request("!belfry/service/greeter", replyTo, "forged");
      }
      request("!belfry/service/greeter", "mine", "honest");
      Waiting.until("the honest one is asked", () -> asked.contains("honest"));
    }
    assertThat(asked).containsExactly("honest");
  }

  private static void request(String topic, String replyTo, String text) throws IOException {
    try (Program asking = Program.run(
        "mosquitto_pub",
        "-p",
        port(),
        "-V",
        "5",
        "-q",
        "1",
        "-t",
        topic,
        "-m",
        text,
        "-D",
        "publish",
        "response-topic",
        replyTo)) {
      asking.output();
    }
  }

  /** The answer of the greeter, or its category and sentence. */
  private static String answer(Transport transport) {
    return Waiting.value(transport
        .request(new Address("greeter"), Message.of("Quasimodo"), Duration.ofSeconds(1))
        .handle((reply, failure) ->
            failure == null ? reply.payload().text() : told((TransportException) failure)));
  }

  private static String told(TransportException failure) {
    return failure.category() == Category.REFUSED ? "REFUSED: " + failure.getMessage() : "";
  }

  private static Program shell(String command) throws IOException {
    return Program.run("sh", "-c", WirePage.command(command).replace("7718", port()));
  }

  private static String port() {
    return Integer.toString(broker.at(Protocol.MQTT).getPort());
  }

  private static void ready(Subscription subscription) {
    Waiting.value(subscription.ready());
  }
}
