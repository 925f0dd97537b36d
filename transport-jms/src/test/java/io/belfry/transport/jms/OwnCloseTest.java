package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A subscription that its own handler closes. */
class OwnCloseTest {

  private final Queue<String> received = new ConcurrentLinkedQueue<>();

  @Test
  void it_leaves_neither_thread_nor_consumer_and_what_it_had_not_begun_is_done_by_others()
      throws Exception {
    try (TestBroker broker = TestBrokers.start(Kind.EMBEDDED, Setup.PLAIN);
        Clients clients = new Clients(broker)) {
      Transport transport = clients.open();
      CompletableFuture<Subscription> subscriber = new CompletableFuture<>();
      CompletableFuture<Subscription> worker = new CompletableFuture<>();
      subscriber.complete(transport.subscribe(new TopicFilter("own"), (topic, message) -> {
        received.add("news");
        subscriber.join().close();
      }));
      worker.complete(transport.pull(new Address("own"), work -> {
        received.add("one");
        worker.join().close();
      }));
      Waiting.value(subscriber.join().ready());
      Waiting.value(worker.join().ready());

      Waiting.value(transport.publish(new Topic("own"), Message.of("news")));
      Waiting.value(transport.push(new Address("own"), Message.of("one")));
      Waiting.value(transport.push(new Address("own"), Message.of("two")));

      Waiting.until("no thread reads", OwnCloseTest::isNobodyReading);
      Waiting.value(transport
          .pull(new Address("own"), work -> received.add(work.payload().text()))
          .ready());
      Waiting.until("the rest was done", () -> received.contains("two"));
      assertThat(received).containsExactlyInAnyOrder("news", "one", "two");
    }
  }

  private static boolean isNobodyReading() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .noneMatch(name -> name.endsWith("-own"));
  }
}
