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
import io.belfry.transport.PullOptions;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** This transport with another JMS client than Artemis's: Qpid's, which speaks AMQP. */
class OtherClientTest {

  private static final SharedBroker BROKER = new SharedBroker(Kind.EMBEDDED, Setup.PLAIN);

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final Clients artemis;
  private final Transport qpid;
  private final Transport other;

  OtherClientTest() throws Exception {
    artemis = new Clients(BROKER.running());
    other = artemis.open();
    qpid = artemis.open(Map.of(
        "url",
        "amqp://127.0.0.1:" + BROKER.running().at(Protocol.AMQP).getPort()
            + "?jms.prefetchPolicy.all={ahead}",
        "connection-factory",
        "org.apache.qpid.jms.JmsConnectionFactory"));
  }

  @AfterEach
  void closeClients() {
    artemis.close();
  }

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @Test
  void it_publishes_and_subscribes() {
    SubscribeOptions loud = SubscribeOptions.DEFAULTS.where(Map.of("content-type", "it's loud"));
    Waiting.value(qpid.subscribe(new TopicFilter("bells.*"), (topic, message) -> receive(message))
        .ready());
    Waiting.value(
        qpid.subscribe(new TopicFilter("bells.#"), loud, (topic, message) -> receive(message))
            .ready());
    Topic topic = new Topic("bells.marie");
    Waiting.value(qpid.publish(topic, Message.of("one").with("content-type", "it's loud")));
    Waiting.value(other.publish(topic, Message.of("two")));
    Waiting.until("all came", () -> received.size() == 3);
    assertThat(received).containsExactlyInAnyOrder("one", "one", "two");
  }

  @Test
  void it_asks_and_answers() {
    Address service = new Address("qpid.echo");
    Waiting.value(qpid.serve(service, CompletableFuture::completedStage).ready());
    for (Transport asker : new Transport[] {qpid, other}) {
      Message reply = Waiting.value(
          asker.request(service, Message.of("?").with("a.b", "c"), Duration.ofSeconds(20)));
      assertThat(reply).isEqualTo(Message.of("?").with("a.b", "c"));
    }
  }

  @Test
  void it_pushes_and_pulls_and_gets_again_what_failed() {
    Address queue = new Address("qpid.work");
    Waiting.value(other.push(queue, Message.of("one")));
    Waiting.value(qpid.push(queue, Message.of("two")));
    Waiting.value(qpid.pull(queue, new PullOptions(1), work -> {
          receive(work);
          if (received.size() == 1) {
            throw new IllegalStateException("as the test wants it");
          }
        })
        .ready());
    Waiting.until("all was done", () -> received.size() == 3);
    assertThat(received).containsExactly("one", "one", "two");
  }

  private void receive(Message message) {
    received.add(message.payload().text());
  }
}
