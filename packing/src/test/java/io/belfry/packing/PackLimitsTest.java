package io.belfry.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.packing.form.Malformed;
import io.belfry.packing.form.Packs;
import io.belfry.packing.form.Reader;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How much travels together. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackLimitsTest {

  private static final int MANY = 5_000;
  private static final Topic NEWS = new Topic("news");
  private static final Address QUEUE = new Address("queue");

  private final Wires wires = new Wires();

  @AfterEach
  void close() {
    wires.close();
  }

  @Test
  void the_usual_ones_are_those_of_the_settings() {
    try (Transport packing = wires.packing()) {
      assertThat(packing.capabilities().portion()).isEqualTo(PackLimits.USUAL.portion());
    }
  }

  @Test
  void messages_are_limited_by_their_count() throws Malformed {
    try (Transport packing = wires.packing(Map.of("packing-count", "70", "packing-portion", "7"))) {
      assertThat(largest(published(packing))).isBetween(8, 70);
    }
  }

  @Test
  void work_is_limited_by_its_portion() throws Malformed {
    try (Transport packing = wires.packing(Map.of("packing-count", "70", "packing-portion", "7"))) {
      assertThat(packing.capabilities().portion()).isEqualTo(7);
      assertThat(largest(pushed(packing))).isBetween(2, 7);
    }
  }

  @Test
  void work_in_portions_of_one_is_plain() throws Malformed {
    try (Transport packing = wires.packing(Map.of("packing-portion", "1"))) {
      assertThat(pushed(packing)).noneMatch(Packs::isPack);
    }
  }

  @Test
  void the_bytes_are_those_of_all_of_a_pack() throws Malformed {
    try (Transport packing = wires.packing(Map.of("packing-bytes", "1KiB"))) {
      List<Message> onTheWire = published(packing);
      assertThat(largest(onTheWire)).isGreaterThan(20);
      assertThat(onTheWire).allMatch(each -> each.payload().size() <= 1_024);
    }
  }

  private List<Message> published(Transport packing) throws Malformed {
    Queue<Message> onTheWire = new ConcurrentLinkedQueue<>();
    ready(wires
        .plain()
        .subscribe(TopicFilter.exactly(NEWS), (topic, message) -> onTheWire.add(message)));
    sendMany(message -> packing.publish(NEWS, message));
    return all(onTheWire);
  }

  private List<Message> pushed(Transport packing) throws Malformed {
    Queue<Message> onTheWire = new ConcurrentLinkedQueue<>();
    ready(wires.plain().pull(QUEUE, onTheWire::add));
    sendMany(message -> packing.push(QUEUE, message));
    return all(onTheWire);
  }

  private static void sendMany(Function<Message, CompletionStage<Void>> send) {
    List<CompletionStage<Void>> sent = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      sent.add(send.apply(Message.of("m" + i)));
    }
    sent.forEach(PackLimitsTest::join);
  }

  private static List<Message> all(Queue<Message> onTheWire) throws Malformed {
    await().until(() -> messagesIn(onTheWire) == MANY);
    return List.copyOf(onTheWire);
  }

  private static int messagesIn(Collection<Message> onTheWire) throws Malformed {
    int messages = 0;
    for (Message each : onTheWire) {
      messages += messagesIn(each);
    }
    return messages;
  }

  private static int messagesIn(Message each) throws Malformed {
    return Packs.isPack(each) ? Reader.messages(each).size() : 1;
  }

  private static int largest(List<Message> onTheWire) throws Malformed {
    int largest = 0;
    for (Message each : onTheWire) {
      largest = Math.max(largest, messagesIn(each));
    }
    return largest;
  }

  private static void ready(Subscription subscription) {
    join(subscription.ready());
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
