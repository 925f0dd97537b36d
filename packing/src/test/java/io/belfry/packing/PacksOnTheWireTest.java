package io.belfry.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.packing.form.Answer;
import io.belfry.packing.form.Malformed;
import io.belfry.packing.form.Packs;
import io.belfry.packing.form.Question;
import io.belfry.packing.form.Questions;
import io.belfry.packing.form.Reader;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a wire brings that knows nothing of packs, and what is made of packs from anywhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PacksOnTheWireTest {

  private static final Topic NEWS = new Topic("news");
  private static final TopicFilter ABOUT_NEWS = TopicFilter.exactly(NEWS);
  private static final Address PLACE = new Address("place");
  private static final int MANY = 5_000;
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final String ASKER = "0123456789abcdef0123456789abcdef";
  private static final Message PACK = Packs.ofMessages(texts(10));

  private final Wires wires = new Wires();
  private final ConcurrentLinkedQueue<Message> onTheWire = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    wires.close();
  }

  @Test
  void a_lone_message_is_plain_and_many_are_packed() {
    ready(wires.plain().subscribe(ABOUT_NEWS, (topic, message) -> onTheWire.add(message)));
    try (Transport sender = wires.packing()) {
      join(sender.publish(NEWS, Message.of("alone")));
      assertThat(onTheWire)
          .allSatisfy(message -> assertThat(Packs.isPack(message)).isFalse());

      // On a busy machine they may at first follow each other too slowly to gather.
      await().until(() -> {
        onTheWire.clear();
        publishMany(sender);
        return onTheWire.stream().anyMatch(Packs::isPack) && onTheWire.size() < MANY / 2;
      });
    }
  }

  @Test
  void a_receiver_that_does_not_pack_takes_plain_and_packed() {
    try (Transport receiver = wires.reading()) {
      Subscription subscription = ready(receiver.subscribe(ABOUT_NEWS, this::hear));
      join(wires.plain().publish(NEWS, Message.of("before")));
      join(wires.plain().publish(NEWS, PACK));
      join(wires.plain().publish(NEWS, Message.of("after")));

      await().until(() -> heard.size() == 12);
      assertThat(heard).startsWith("before", "n0", "n1").endsWith("n9", "after");
      assertThat(subscription.counters().received()).isEqualTo(12);
    }
  }

  @Test
  void a_damaged_pack_is_put_aside_as_a_whole_and_counted() {
    Message damaged = new Message(PACK.headers(), PACK.payload().slice(0, 20));
    try (Transport receiver = wires.packing()) {
      Subscription subscription = ready(receiver.subscribe(ABOUT_NEWS, this::hear));
      Subscription worker = ready(receiver.pull(PLACE, work -> hear(NEWS, work)));
      join(wires.plain().publish(NEWS, damaged));
      join(wires.plain().push(PLACE, damaged));
      join(wires.plain().publish(NEWS, Message.of("news")));
      join(wires.plain().push(PLACE, Message.of("work")));

      await().until(() -> heard.size() == 2);
      assertThat(heard).containsExactlyInAnyOrder("news", "work");
      assertThat(subscription.counters().filtered()).isEqualTo(1);
      assertThat(worker.counters().filtered()).isEqualTo(1);
    }
  }

  @Test
  void a_damaged_pack_of_requests_is_refused() {
    Message damaged = new Message(PACK.headers(), PACK.payload().slice(0, 20));
    try (Transport server = wires.packing()) {
      ready(server.serve(PLACE, CompletableFuture::completedStage));

      assertThatThrownBy(() -> join(wires.plain().request(PLACE, damaged, DEADLINE)))
          .hasMessageContaining("packed in a way");
    }
  }

  @Test
  void who_says_that_his_message_is_a_pack_is_refused() {
    try (Transport sender = wires.packing();
        Transport other = wires.reading()) {
      for (Transport each : List.of(sender, other)) {
        assertThatThrownBy(() -> join(each.publish(NEWS, PACK)))
            .hasMessageContaining("content type of a pack");
      }
    }
  }

  @Test
  void a_slow_request_in_a_pack_holds_up_no_answer_of_the_others() {
    CompletableFuture<Message> late = new CompletableFuture<>();
    CountDownLatch go = new CountDownLatch(1);
    try (Transport server = wires.packing();
        Transport asker = wires.packing()) {
      ready(server.serve(PLACE, request -> switch (request.payload().text()) {
        case "late" -> late;
        case "blocks" -> {
          go.await();
          yield CompletableFuture.completedStage(request);
        }
        default -> CompletableFuture.completedStage(request);
      }));
      askMany(asker, "warm-up").forEach(PacksOnTheWireTest::join);

      CompletionStage<Message> slow = asker.request(PLACE, Message.of("late"), DEADLINE);
      List<CompletionStage<Message>> others = askMany(asker, "other");
      CompletionStage<Message> blocking = asker.request(PLACE, Message.of("blocks"), DEADLINE);
      others.forEach(PacksOnTheWireTest::join);

      assertThat(slow.toCompletableFuture()).isNotDone();
      assertThat(blocking.toCompletableFuture()).isNotDone();
      go.countDown();
      late.complete(Message.of("at last"));
      assertThat(join(slow).payload().text()).isEqualTo("at last");
      join(blocking);
    }
  }

  @Test
  void a_reply_that_has_no_room_in_a_pack_comes_by_itself() throws Malformed {
    Message largest = largest().with("language", "en");
    for (Answer answer : answers(largest)) {
      assertThat(answer.outcome()).isEqualTo(Outcome.ok(largest));
    }
  }

  @Test
  void it_is_too_large_if_its_headers_have_no_room_for_what_it_answers() throws Malformed {
    for (Answer answer : answers(largest().with("all", "x".repeat(16_379)))) {
      assertThat(answer.outcome().exception().category()).isEqualTo(Category.TOO_LARGE);
    }
  }

  private Message largest() {
    return Message.of("x".repeat(wires.plain().capabilities().maxPayload()));
  }

  /** What two packed requests come to that are answered with a reply that no pack has room for. */
  private List<Answer> answers(Message answered) throws Malformed {
    Questions questions = new Questions(
        ASKER,
        List.of(
            new Question(1, 20_000, Message.of("a")), new Question(2, 20_000, Message.of("b"))));
    try (Transport server = wires.packing()) {
      ready(server.serve(PLACE, request -> CompletableFuture.completedStage(answered)));
      ready(wires.plain().serve(Replies.addressOf(ASKER), answer -> {
        onTheWire.add(answer);
        return CompletableFuture.completedStage(Message.of(""));
      }));

      Message reply = join(wires.plain().request(PLACE, Packs.ofQuestions(questions), DEADLINE));

      assertThat(Reader.answers(reply)).isEmpty();
      List<Answer> answers = new ArrayList<>();
      await().until(() -> {
        while (!onTheWire.isEmpty()) {
          answers.addAll(Reader.answers(onTheWire.remove()));
        }
        return answers.size() == 2;
      });
      assertThat(answers.stream().map(Answer::number)).containsExactlyInAnyOrder(1L, 2L);
      return answers;
    }
  }

  @Test
  void a_worker_with_a_small_prefetch_gives_back_what_is_beyond_it() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (Transport first = wires.reading();
        Transport second = wires.reading()) {
      ready(first.pull(PLACE, new PullOptions(1), work -> {
        go.await();
        hear(NEWS, work);
      }));
      join(wires.plain().push(PLACE, PACK));
      ready(second.pull(PLACE, new PullOptions(1), work -> hear(NEWS, work)));

      await().until(() -> heard.size() == 9);
      go.countDown();
      await().until(() -> heard.size() == 10);
      assertThat(heard).doesNotHaveDuplicates();
    }
  }

  private static void publishMany(Transport sender) {
    List<CompletionStage<Void>> sent = IntStream.range(0, MANY)
        .mapToObj(i -> sender.publish(NEWS, Message.of("n" + i)))
        .toList();
    sent.forEach(PacksOnTheWireTest::join);
  }

  private void hear(Topic topic, Message message) {
    heard.add(message.payload().text());
  }

  private static List<CompletionStage<Message>> askMany(Transport asker, String text) {
    List<CompletionStage<Message>> replies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      replies.add(asker.request(PLACE, Message.of(text), DEADLINE));
    }
    return replies;
  }

  private static List<Message> texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> Message.of("n" + i)).toList();
  }

  private static Subscription ready(Subscription subscription) {
    join(subscription.ready());
    return subscription;
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
