package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of what is sent. */
class SendingTest {

  private static final SharedBroker BROKER = new SharedBroker(Kind.EMBEDDED, Setup.PLAIN);

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final Clients clients;

  SendingTest() throws Exception {
    clients = new Clients(BROKER.running());
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @Test
  void what_is_sent_again_under_its_id_is_taken_once_and_confirmed_both_times() {
    Transport transport = clients.open();
    Address queue = new Address("once");
    Topic topic = new Topic("once");
    subscribed(transport, "once");
    Message one = Message.of("one").with(Letter.ID, "id-1");
    for (int i = 0; i < 2; i++) {
      Waiting.value(transport.push(queue, one));
      Waiting.value(transport.publish(topic, one));
    }
    Waiting.value(transport.push(queue, Message.of("two").with(Letter.ID, "id-2")));
    Waiting.value(transport.publish(topic, Message.of("two").with(Letter.ID, "id-2")));
    pulled(transport, queue);
    Waiting.until("all came", () -> received.size() >= 4);
    assertThat(received)
        .containsExactlyInAnyOrder("topic: one", "topic: two", "work: one", "work: two");
  }

  @Test
  void a_request_is_asked_again_in_spite_of_its_id() {
    Transport transport = clients.open();
    Address echo = new Address("echo.again");
    Waiting.value(transport.serve(echo, CompletableFuture::completedStage).ready());
    Message question = Message.of("?").with(Letter.ID, "id-1");
    for (int i = 0; i < 2; i++) {
      assertThat(Waiting.value(transport.request(echo, question, Waiting.LONG)))
          .isEqualTo(question);
    }
  }

  @Test
  void a_topic_a_queue_and_a_service_of_one_name_do_not_meet() {
    Transport transport = clients.open();
    Address same = new Address("same");
    subscribed(transport, "#");
    Waiting.value(transport.serve(same, CompletableFuture::completedStage).ready());
    Waiting.value(transport.push(same, Message.of("pushed")));
    Waiting.value(transport.request(same, Message.of("asked"), Waiting.LONG));
    Waiting.value(transport.publish(new Topic("same"), Message.of("published")));
    Waiting.until("it came", () -> received.contains("topic: published"));
    pulled(transport, same);
    Waiting.until("it was done", () -> received.contains("work: pushed"));
    assertThat(received).containsExactly("topic: published", "work: pushed");
  }

  @Test
  void who_follows_everything_does_not_get_what_the_broker_puts_elsewhere() {
    Transport transport = clients.open();
    subscribed(transport, "#");
    Address nobody = new Address("nobody.works");
    Waiting.value(transport.push(nobody, Message.of("expired").withExpiry(Duration.ofMillis(1))));
    // Asking for it makes the broker see that it has expired.
    pulled(transport, nobody);
    Waiting.value(transport.push(nobody, Message.of("good")));
    Waiting.until("the good came", () -> received.contains("work: good"));
    Waiting.value(transport.publish(new Topic("last"), Message.of("last")));
    Waiting.until("the last came", () -> received.contains("topic: last"));
    assertThat(received).containsExactly("work: good", "topic: last");
  }

  @Test
  void a_long_silence_costs_no_connection() {
    Transport transport = clients.open(Map.of("send-timeout", "300ms"));
    Topic topic = new Topic("rare");
    Waiting.value(transport.publish(topic, Message.of("one")));
    assertThat(Waiting.stays(Duration.ofSeconds(1), () -> transport.health().isHealthy()))
        .isTrue();
    Waiting.value(transport.publish(topic, Message.of("two")));
    assertThat(transport.health().isHealthy()).isTrue();
  }

  @Test
  void a_full_window_is_waited_for() {
    Transport transport = clients.open(Map.of("in-flight", "2"));
    List<CompletionStage<Void>> sent = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      sent.add(transport.push(new Address("window"), Message.of("n" + i)));
    }
    sent.forEach(Waiting::value);
  }

  @Test
  void an_interrupted_thread_can_send_and_stays_interrupted() throws Exception {
    Transport transport = clients.open(Map.of("in-flight", "1"));
    CompletableFuture<Boolean> outcome = new CompletableFuture<>();
    Thread sender = new Thread(() -> {
      Thread.currentThread().interrupt();
      List<CompletionStage<Void>> sent = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        sent.add(transport.push(new Address("interrupted"), Message.of("n" + i)));
      }
      boolean isInterrupted = Thread.interrupted();
      sent.forEach(Waiting::value);
      outcome.complete(isInterrupted);
    });
    sender.setUncaughtExceptionHandler((thread, thrown) -> outcome.completeExceptionally(thrown));
    sender.start();
    assertThat(outcome.get(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    sender.join();
  }

  private void subscribed(Transport transport, String filter) {
    Waiting.value(transport
        .subscribe(
            new TopicFilter(filter),
            (topic, message) -> received.add("topic: " + message.payload().text()))
        .ready());
  }

  private void pulled(Transport transport, Address queue) {
    Waiting.value(transport
        .pull(queue, work -> received.add("work: " + work.payload().text()))
        .ready());
  }
}
