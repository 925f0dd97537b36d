package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that take part without Belfry: one speaks Artemis's own protocol, the other AMQP. */
class ForeignClientTest {

  private static final SharedBroker BROKER = new SharedBroker(Kind.EMBEDDED, Setup.PLAIN);

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Queue<Message> received = new ConcurrentLinkedQueue<>();
  private final Clients clients;
  private final Transport belfry;

  ForeignClientTest() throws Exception {
    clients = new Clients(BROKER.running());
    belfry = clients.open();
  }

  static Stream<ConnectionFactory> foreign() throws Exception {
    InetSocketAddress jms = BROKER.running().at(Protocol.JMS);
    InetSocketAddress amqp = BROKER.running().at(Protocol.AMQP);
    return Stream.of(
        PlainClient.artemis(jms.getPort()),
        new JmsConnectionFactory("amqp://127.0.0.1:" + amqp.getPort()));
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void it_follows_what_belfry_publishes(ConnectionFactory factory) throws Exception {
    try (PlainClient client = new PlainClient(factory)) {
      client.follow(client.session(), "finance.#", heard::add);
      Waiting.value(belfry.publish(new Topic("finance.stock"), Message.of("12.5")));
      Waiting.until("it heard", () -> heard.contains("12.5"));
    }
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void it_publishes_and_belfry_hears_with_headers(ConnectionFactory factory) throws Exception {
    Queue<Topic> topics = new ConcurrentLinkedQueue<>();
    Subscription subscription = belfry.subscribe(new TopicFilter("weather.*"), (topic, message) -> {
      topics.add(topic);
      received.add(message);
    });
    Waiting.value(subscription.ready());
    try (PlainClient client = new PlainClient(factory)) {
      client.publish(client.session(), "weather.rain", "all day");
    }
    Waiting.until("it was heard", () -> !received.isEmpty());
    assertThat(topics).containsExactly(new Topic("weather.rain"));
    assertThat(received).containsExactly(Message.of("all day").with("content-type", "text/plain"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void it_asks_a_service(ConnectionFactory factory) throws Exception {
    belfry.serve(
        new Address("greeter"),
        asked -> CompletableFuture.completedStage(
            Message.of("Hello, " + asked.payload().text())));
    Waiting.value(belfry
        .serve(
            new Address("broken"),
            asked ->
                CompletableFuture.failedStage(new IllegalStateException("as the test wants it")))
        .ready());
    try (PlainClient client = new PlainClient(factory)) {
      assertThat(client.ask(client.session(), "greeter", "Quasimodo"))
          .isEqualTo("ok: Hello, Quasimodo");
      assertThat(client.ask(client.session(), "broken", "?")).startsWith("failed: The service");
    }
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void it_serves(ConnectionFactory factory) throws Exception {
    try (PlainClient client = new PlainClient(factory)) {
      client.answer(client.session(), "clock", question -> question + " noon");
      Message reply = Waiting.value(
          belfry.request(new Address("clock"), Message.of("before"), Duration.ofSeconds(20)));
      assertThat(reply.payload().text()).isEqualTo("before noon");
      assertThat(reply.headers().values()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void it_gives_work_and_does_work(ConnectionFactory factory) throws Exception {
    try (PlainClient client = new PlainClient(factory)) {
      Waiting.value(belfry.push(new Address("bells"), Message.of("Emmanuel")));
      assertThat(client.pull("bells")).isEqualTo("Emmanuel");

      Session session = client.session();
      client.push(session, "bells", "Marie");
      belfry.pull(new Address("bells"), received::add);
      Waiting.until("it was done", () -> received.contains(Message.of("Marie")));
    }
  }
}
