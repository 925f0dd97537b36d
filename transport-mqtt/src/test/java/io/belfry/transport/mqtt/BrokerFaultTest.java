package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Aside;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Freezable;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Limit;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a transport whose broker fails, refuses, or is at its limit. */
@Timeout(120)
class BrokerFaultTest {

  private static final Duration FROZEN = Duration.ofSeconds(20);
  private static final Topic NEWS = new Topic("news");
  private static final Message HELLO = Message.of("hello");

  private final Queue<String> arrived = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void requireMosquitto() {
    Optional<String> missing = TestBrokers.missing(Kind.MOSQUITTO);
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @Test
  void killed_in_the_middle_of_traffic_and_started_again() throws Exception {
    try (TestBroker broker = mosquitto(unlimited());
        Transport sender = Client.of(broker);
        Transport receiver = Client.of(broker)) {
      subscribe(receiver, "news");
      subscribe(receiver, "#"); // On a connection of its own.
      AtomicBoolean isOver = new AtomicBoolean();
      Queue<CompletionStage<Void>> sent = new ConcurrentLinkedQueue<>();
      CompletableFuture<Void> sending = Aside.run(() -> {
        while (!isOver.get()) {
          sent.add(sender.publish(NEWS, HELLO));
        }
      });
      Waiting.until("traffic flows", () -> arrived.size() > 200);

      broker.control().orElseThrow().kill();
      Waiting.until("it is noticed", () -> !sender.health().isHealthy());
      broker.control().orElseThrow().start();
      Waiting.until("both are up", () -> areUp(sender, receiver));
      isOver.set(true);
      Waiting.value(sending);

      for (CompletionStage<Void> one : sent) {
        Waiting.value(one.handle((nothing, failure) -> assertLost(failure)));
      }
      arrived.clear();
      Waiting.value(sender.publish(NEWS, Message.of("after")));
      Waiting.until("both subscriptions are back", () -> count("after") == 2);
    }
  }

  @Test
  void what_stands_still_is_noticed_and_what_goes_on_is_found_again() throws Exception {
    try (TestBroker broker = mosquitto(unlimited());
        Transport transport = Client.of(broker)) {
      subscribe(transport, "news");
      ((Freezable) broker).freeze();
      long frozen = System.nanoTime();
      CompletionStage<Message> asked =
          transport.request(new Address("nobody"), HELLO, Duration.ofSeconds(60));

      Waiting.until("it is noticed", () -> !transport.health().isHealthy());
      assertThat(Waiting.failure(asked).category()).isEqualTo(Category.UNREACHABLE);
      assertThat(Waiting.failure(transport.publish(NEWS, HELLO)).category())
          .isEqualTo(Category.UNREACHABLE);
      Waiting.within(
          FROZEN.plusSeconds(1),
          "the time had passed",
          () -> System.nanoTime() - frozen > FROZEN.toNanos());

      ((Freezable) broker).thaw();
      Waiting.until("it is up", () -> areUp(transport));
      Waiting.value(transport.publish(NEWS, Message.of("after")));
      Waiting.until("the subscription is back", () -> count("after") == 1);
    }
  }

  @Test
  void a_send_waits_for_a_broker_that_stands_still_no_longer_than_it_may() throws Exception {
    Map<String, String> patient = Map.of("heartbeat", "60s", "send-timeout", "300ms");
    try (TestBroker broker = mosquitto(unlimited());
        Transport transport = Client.of(broker, patient)) {
      ((Freezable) broker).freeze();
      TransportException failure = Waiting.value(Aside.get(() -> {
        CompletionStage<Void> sent = transport.publish(NEWS, HELLO);
        while (!sent.toCompletableFuture().isDone()) {
          sent = transport.publish(NEWS, HELLO);
        }
        return Waiting.failure(sent);
      }));
      assertThat(failure.category()).isEqualTo(Category.TIMED_OUT);
      ((Freezable) broker).thaw();
    }
  }

  @Test
  void what_is_forbidden_is_refused() throws Exception {
    BrokerUser ringer = new BrokerUser("ringer", "ding dong", Set.of("ringers"));
    // Not unlimited: then Mosquitto 2.0.11 ends the connection, too.
    Setup guarded = Setup.PLAIN.withUsers(
        List.of(ringer),
        List.of(Permission.toSend("ringers", "news"), Permission.toReceive("ringers", "#")));
    try (TestBroker broker = mosquitto(guarded);
        Transport transport =
            Client.of(broker, Map.of("user", "ringer", "password", "ding dong"))) {
      Waiting.value(transport.publish(NEWS, HELLO));
      TransportException refusal = Waiting.failure(transport.publish(new Topic("secrets"), HELLO));
      assertThat(refusal.category()).isEqualTo(Category.REFUSED);
      assertThat(refusal).hasMessageContaining("secrets").hasMessageContaining("right");
      TransportException unasked =
          Waiting.failure(transport.request(new Address("a"), HELLO, Waiting.LONG));
      assertThat(unasked.category()).as(unasked.getMessage()).isEqualTo(Category.REFUSED);
      assertThat(transport.health().isHealthy()).isTrue();
    }
  }

  @Test
  void a_subscription_that_is_refused_is_closed_and_harms_no_other() throws Exception {
    BrokerUser guest = new BrokerUser("guest", "ding dong", Set.of("guests"));
    Setup guarded = Setup.PLAIN.withUsers(
        List.of(guest),
        List.of(Permission.all("guests", "news"), Permission.all("guests", "!belfry.#")));
    Assumptions.assumeTrue(
        TestBrokers.missing(Kind.EMBEDDED).isEmpty(), "Mosquitto refuses no subscription");
    try (TestBroker broker = TestBrokers.start(Kind.EMBEDDED, guarded);
        Transport transport = Client.of(broker, Map.of("user", "guest", "password", "ding dong"))) {
      Subscription refused =
          transport.subscribe(new TopicFilter("secrets"), (topic, message) -> {});
      assertThat(Waiting.failure(refused.ready()).category()).isEqualTo(Category.REFUSED);
      subscribe(transport, "news");
      Waiting.value(transport.publish(NEWS, HELLO));
      Waiting.until("it arrived", () -> count("hello") == 1);
    }
  }

  @Test
  void nobody_serving_is_told_at_once() throws Exception {
    try (TestBroker broker = mosquitto(unlimited());
        Transport transport = Client.of(broker)) {
      TransportException failure =
          Waiting.failure(transport.request(new Address("a.b"), HELLO, Duration.ofHours(1)));
      assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
      assertThat(failure).hasMessageContaining("Nobody serves 'a.b'");
    }
  }

  @Test
  void the_size_of_a_packet_limits_that_of_a_payload() throws Exception {
    try (TestBroker broker = mosquitto(Setup.PLAIN.withLimit(Limit.PACKET_BYTES, 100_000));
        Transport transport = Client.of(broker)) {
      int most = transport.capabilities().maxPayload();
      assertThat(most).isBetween(50_000, 99_999);
      assertThat(Waiting.failure(transport.publish(NEWS, zeros(most + 1))).category())
          .isEqualTo(Category.TOO_LARGE);
      subscribe(transport, "news");
      Waiting.value(transport.publish(NEWS, zeros(most)));
      Waiting.until("it arrived", () -> !arrived.isEmpty());
    }
  }

  /** Two with one name drive each other out; that must not become a race without end. */
  @Test
  void who_takes_our_name_is_not_fought_for_ever() throws Exception {
    Map<String, String> same = Map.of("client-id", "twin");
    try (TestBroker broker = mosquitto(unlimited());
        Transport first = Client.of(broker, same)) {
      try (Transport second = insistOn(broker, same)) {
        Waiting.until("one was driven out", () -> !areUp(first, second));
      }
      Waiting.until("the other is back", () -> areUp(first));
    }
  }

  /** Paho's receiver dies of it without a word. */
  @Test
  void a_sign_that_paho_can_not_bear_deafens_nobody_for_long() throws Exception {
    MosquittoClients.assumeThere();
    try (TestBroker broker = TestBrokers.start(Kind.EMBEDDED, Setup.PLAIN);
        Transport transport = Client.of(broker)) {
      subscribe(transport, "news");
      try (Program rude = Program.run(
          "mosquitto_pub",
          "-p",
          Integer.toString(broker.at(Protocol.MQTT).getPort()),
          "-V",
          "5",
          "-q",
          "1",
          "-t",
          "news",
          "-m",
          "rude",
          "-D",
          "publish",
          "user-property",
          "x",
          "a\nb")) {
        rude.output();
      }
      Waiting.until("it hears again", () -> {
        transport.publish(NEWS, Message.of("after"));
        return count("after") > 0;
      });
      assertThat(areUp(transport)).isTrue();
    }
  }

  @Test
  void with_qos_0_order_holds_and_nothing_is_waited_for() throws Exception {
    try (TestBroker broker = mosquitto(unlimited());
        Transport transport = Client.of(broker, Map.of("qos", "0"))) {
      assertThat(transport.capabilities().publishLevel()).isEqualTo(Acknowledgement.HANDED_OFF);
      subscribe(transport, "news");
      List<String> texts = IntStream.range(0, 5_000).mapToObj(i -> "n" + i).toList();
      for (String text : texts) {
        assertThat(transport.publish(NEWS, Message.of(text)).toCompletableFuture())
            .isCompleted();
      }
      Waiting.until("all arrived", () -> arrived.size() == texts.size());
      assertThat(List.copyOf(arrived)).isEqualTo(texts);
    }
  }

  private static Setup unlimited() {
    return Setup.PLAIN.withLimit(Limit.QUEUED_MESSAGES, 0);
  }

  private static TestBroker mosquitto(Setup setup) throws Exception {
    return TestBrokers.start(Kind.MOSQUITTO, setup);
  }

  private void subscribe(Transport at, String filter) {
    Waiting.value(at.subscribe(
            new TopicFilter(filter),
            (topic, message) -> arrived.add(message.payload().text()))
        .ready());
  }

  private long count(String text) {
    return arrived.stream().filter(text::equals).count();
  }

  /** Who opens may be driven out before that is done, by one who has just come back. */
  private static Transport insistOn(TestBroker broker, Map<String, String> settings) {
    List<Transport> opened = new ArrayList<>();
    Waiting.until("it got in", () -> {
      try {
        return opened.add(Client.of(broker, settings));
      } catch (TransportException e) {
        assertThat(e.category()).isEqualTo(Category.UNREACHABLE);
        return false;
      }
    });
    return opened.get(0);
  }

  private static boolean areUp(Transport... transports) {
    return List.of(transports).stream().allMatch(each -> each.health().isHealthy());
  }

  /** Nothing but the loss of the broker explains it. */
  private static boolean assertLost(Throwable failure) {
    if (failure != null) {
      assertThat(failure).isInstanceOf(TransportException.class);
      assertThat(((TransportException) failure).category())
          .isIn(Category.UNREACHABLE, Category.TIMED_OUT);
    }
    return true;
  }

  private static Message zeros(int size) {
    return Message.of(Payload.copyOf(new byte[size]));
  }
}
