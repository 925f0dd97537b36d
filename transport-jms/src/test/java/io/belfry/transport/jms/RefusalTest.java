package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Limit;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What the broker does not allow, or has no room for. */
class RefusalTest {

  private static final Map<String, String> RINGER =
      Map.of("user", "ringer", "password", "ding-dong");
  private static final Address BELLS = new Address("bells");
  private static final Topic ALLOWED = new Topic("news.local");
  private static final int MOST_TRIES = 1_000;

  private final Queue<String> received = new ConcurrentLinkedQueue<>();

  @Test
  void a_forbidden_topic_is_refused_and_an_allowed_one_goes_on() throws Exception {
    try (TestBroker broker = TestBrokers.start(Kind.EMBEDDED, onlyNews());
        Clients clients = new Clients(broker)) {
      Transport ringer = clients.open(RINGER);
      Subscription allowed = ringer.subscribe(new TopicFilter("news.#"), this::receive);
      Waiting.value(allowed.ready());
      Subscription forbidden = ringer.subscribe(new TopicFilter("#"), this::receive);
      assertThat(Waiting.failure(forbidden.ready()).category()).isEqualTo(Category.REFUSED);

      TransportException refusal =
          Waiting.failure(ringer.publish(new Topic("secret"), Message.of("psst")));
      assertThat(refusal.category()).isEqualTo(Category.REFUSED);
      assertThat(refusal).hasMessageContaining("not allowed");
      assertThat(Waiting.failure(ringer.push(BELLS, Message.of("ding"))).category())
          .isEqualTo(Category.REFUSED);
      TransportException asked =
          Waiting.failure(ringer.request(BELLS, Message.of("?"), Waiting.LONG));
      assertThat(asked.category()).isEqualTo(Category.REFUSED);

      Waiting.value(ringer.publish(ALLOWED, Message.of("sunny")));
      Waiting.until("the news came", () -> received.contains("sunny"));
      assertThat(received).containsExactly("sunny");
      assertThat(ringer.health().isHealthy()).isTrue();
    }
  }

  @Test
  void a_broker_without_room_refuses_and_takes_more_when_it_has_some() throws Exception {
    Setup small = Setup.PLAIN.withLimit(Limit.MEMORY_BYTES, 500_000);
    try (TestBroker broker = TestBrokers.start(Kind.EMBEDDED, small);
        Clients clients = new Clients(broker)) {
      Transport pusher = clients.open();
      TransportException refusal = pushUntilRefused(pusher);
      assertThat(refusal.category()).isEqualTo(Category.REFUSED);
      assertThat(refusal).hasMessageContaining("no room");

      Waiting.value(clients.open().pull(BELLS, work -> {}).ready());
      Waiting.until("there was room again", () -> isTaken(pusher));
    }
  }

  private TransportException pushUntilRefused(Transport pusher) {
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        pusher.push(BELLS, large()).toCompletableFuture().join();
      } catch (CompletionException e) {
        return (TransportException) e.getCause();
      }
    }
    throw new AssertionError("the broker took all");
  }

  private static boolean isTaken(Transport pusher) {
    return Waiting.value(pusher.push(BELLS, large()).handle((done, failure) -> failure == null));
  }

  private static Message large() {
    return Message.of(Payload.copyOf(new byte[10_000]));
  }

  private void receive(Topic topic, Message message) {
    received.add(message.payload().text());
  }

  private static Setup onlyNews() {
    BrokerUser ringer =
        new BrokerUser("ringer", RINGER.getOrDefault("password", ""), Set.of("readers"));
    return Setup.PLAIN.withUsers(List.of(ringer), List.of(Permission.all("readers", "news.#")));
  }
}
