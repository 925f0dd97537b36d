package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Messages of strangers that are none of Belfry's. */
class HostileMessageTest {

  private static final SharedBroker BROKER = new SharedBroker(Kind.EMBEDDED, Setup.PLAIN);

  private final Queue<String> received = new ConcurrentLinkedQueue<>();

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @Test
  void they_are_put_aside_and_what_follows_is_received() throws Exception {
    try (Clients clients = new Clients(BROKER.running());
        PlainClient stranger = new PlainClient(
            PlainClient.artemis(BROKER.running().at(Protocol.JMS).getPort()))) {
      Transport belfry = clients.open(Map.of("max-payload", "1KiB"));
      Subscription subscriber = belfry.subscribe(
          new TopicFilter("hostile.*"), (topic, message) -> receive("heard", message));
      Subscription worker = belfry.pull(new Address("hostile"), work -> receive("done", work));
      Subscription service = belfry.serve(new Address("hostile"), asked -> {
        receive("asked", asked);
        return CompletableFuture.completedStage(asked);
      });
      for (Subscription each : List.of(subscriber, worker, service)) {
        Waiting.value(each.ready());
      }
      Session session = stranger.session();
      int hostile = sendHostile(session, session.createTopic("hostile.topic"));
      sendHostile(session, session.createQueue("belfry/queue.hostile"));
      sendHostile(session, session.createQueue("belfry/service.hostile"));
      session
          .createProducer(session.createTopic("hostile.topic"))
          .send(session.createTextMessage("good"));
      stranger.push(session, "hostile", "good");
      stranger.ask(session, "hostile", "good");

      Waiting.until("what is good is received", () -> received.size() == 3);
      assertThat(received).containsExactlyInAnyOrder("heard good", "done good", "asked good");
      for (Subscription each : List.of(subscriber, worker, service)) {
        assertThat(each.counters().filtered()).isEqualTo(hostile);
        assertThat(each.counters().failed()).isZero();
      }
      assertThat(Bomb.EXPLODED).isFalse();
      assertThat(belfry.health().isHealthy()).isTrue();
    }
  }

  private void receive(String how, Message message) {
    received.add(how + " " + message.payload().text());
  }

  private static int sendHostile(Session session, Destination to) throws JMSException {
    MessageProducer producer = session.createProducer(to);
    List<jakarta.jms.Message> all = hostile(session);
    for (jakarta.jms.Message each : all) {
      each.setJMSReplyTo(session.createQueue("nobody"));
      producer.send(each);
    }
    return all.size();
  }

  private static List<jakarta.jms.Message> hostile(Session session) throws JMSException {
    List<jakarta.jms.Message> all = new ArrayList<>();
    all.add(session.createObjectMessage(new Bomb()));
    all.add(session.createMapMessage());
    all.add(session.createStreamMessage());
    all.add(session.createMessage());
    BytesMessage huge = session.createBytesMessage();
    huge.writeBytes(new byte[500_000]);
    all.add(huge);
    jakarta.jms.Message priority = session.createTextMessage("urgent");
    priority.setStringProperty("belfry_HYPHEN_priority", "eleven");
    all.add(priority);
    jakarta.jms.Message headers = session.createTextMessage("much");
    for (int i = 0; i < 20; i++) {
      headers.setStringProperty("h" + i, "x".repeat(1_000));
    }
    all.add(headers);
    return all;
  }

  /** Says so when it is read. */
  private static final class Bomb implements Serializable {

    static final AtomicBoolean EXPLODED = new AtomicBoolean();

    @Serial
    private static final long serialVersionUID = 1L;

    @Serial
    private void readObject(ObjectInputStream in) throws IOException {
      EXPLODED.set(true);
      throw new IOException("it exploded");
    }
  }
}
