package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients in another language and over another library, written as the page on the wire says. */
class ForeignClientTest {

  private static final Topic STOCK = new Topic("finance.stock");
  private static final Address ECHO = new Address("echo");
  private static final Address WORK = new Address("chores");

  private final Stage stage = new Stage();
  private final Set<String> arrived = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void requireZmq() {
    Python.assumeZmq();
  }

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @Test
  void a_plain_subscriber_gets_what_its_prefix_asks_for() throws IOException {
    Transport spoke = stage.newSpoke();
    Program subscriber = python("subscribe.py", stage.address(Port.EVENTS), "finance.");
    Headers headers = Headers.of("unit", "EUR").with("note", "a:b ü");
    Waiting.until("the price arrived", () -> {
      spoke.publish(new Topic("financed"), Message.of("alike"));
      spoke.publish(STOCK, new Message(headers, Payload.of("12.5 €")));
      return !subscriber.lines().isEmpty();
    });
    assertThat(Set.copyOf(subscriber.lines()))
        .containsExactly("finance.stock {'unit': 'EUR', 'note': 'a:b ü'} 12.5 €");
  }

  @Test
  void a_publisher_that_waits_for_the_hub_loses_nothing() throws IOException {
    subscribeEverywhere("finance.#");
    python("publish.py", stage.address(Port.PUBLICATIONS), STOCK, "12.5 €").output();
    awaitArrivals("hub: finance.stock python 12.5 €", "spoke: finance.stock python 12.5 €");
  }

  @Test
  void a_plain_publisher_reaches_hub_and_spokes() throws IOException {
    subscribeEverywhere("*.stock");
    Program publisher = python("publish_plain.py", stage.address(Port.PUBLICATIONS), STOCK);
    Waiting.until("the line arrived", () -> {
      publisher.say("12.5");
      return arrived.contains("hub: finance.stock - 12.5");
    });
    awaitArrivals("spoke: finance.stock - 12.5");
  }

  @Test
  void a_plain_request_is_answered_by_hub_and_spoke() throws IOException {
    ready(stage.newSpoke().serve(ECHO, this::echo));
    assertThat(ask("echo", "hello")).containsExactly("ok {'length': '5'} hello");
    ready(stage.hub().serve(new Address("near"), this::echo));
    assertThat(ask("near", "hello")).containsExactly("ok {'length': '5'} hello");
  }

  @Test
  void a_plain_request_learns_why_it_fails() throws IOException {
    ready(stage.newSpoke().serve(ECHO, request -> {
      throw new IllegalStateException("secret");
    }));
    assertThat(ask("echo", "hello"))
        .containsExactly("failed {} The service's handler failed; its own log says why.");
    assertThat(ask("nobody", "hello")).containsExactly("unreachable {} Nobody serves 'nobody'.");
  }

  @Test
  void plain_work_is_done_by_hub_and_spoke() throws IOException {
    Transport spoke = stage.newSpoke();
    ready(spoke.pull(WORK, work -> arrived.add("spoke: " + work.payload().text())));
    ready(stage.hub().pull(ECHO, work -> arrived.add("hub: " + work.payload().text())));
    python("push.py", stage.address(Port.PLAIN_PUSH), WORK, "sweep", "mop").output();
    python("push.py", stage.address(Port.PLAIN_PUSH), ECHO, "dust").output();
    awaitArrivals("spoke: sweep", "spoke: mop", "hub: dust");
  }

  @Test
  void a_plain_worker_gets_work() throws IOException {
    stage.with(Side.HUB, Map.of("plain-queue", WORK.name()));
    Transport spoke = stage.newSpoke();
    Program worker = python("pull.py", stage.address(Port.PLAIN_PULL));
    Waiting.value(spoke.push(WORK, Message.of("sweep").with("room", "hall")));
    worker.awaitLine("chores {'room': 'hall'} sweep"::equals);
  }

  private Iterable<String> ask(String service, String text) throws IOException {
    return python("request.py", stage.address(Port.CALLS), service, text).output();
  }

  private CompletableFuture<Message> echo(Message request) {
    String length = Integer.toString(request.payload().size());
    return CompletableFuture.completedFuture(request.with("length", length));
  }

  private void subscribeEverywhere(String filter) {
    subscribe(stage.hub(), "hub", filter);
    subscribe(stage.newSpoke(), "spoke", filter);
  }

  private void subscribe(Transport at, String where, String filter) {
    ready(at.subscribe(new TopicFilter(filter), (topic, message) -> {
      String language = message.headers().get("language").orElse("-");
      arrived.add(
          where + ": " + topic + " " + language + " " + message.payload().text());
    }));
  }

  private void awaitArrivals(String... texts) {
    Waiting.until(Set.of(texts) + " arrived", () -> arrived.containsAll(Set.of(texts)));
  }

  private Program python(String script, Object... arguments) throws IOException {
    return stage.kept(Python.run(script, arguments));
  }

  private static void ready(Subscription subscription) {
    Waiting.value(subscription.ready());
  }
}
