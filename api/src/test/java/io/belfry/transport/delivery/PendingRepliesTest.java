package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingRepliesTest {

  private static final Address CLOCK = new Address("clock");
  private static final Message NOON = Message.of("noon");
  private static final Duration LONG = Duration.ofHours(1);

  private final PendingReplies pending = new PendingReplies(Runnable::run);
  private final CompletableFuture<Message> reply = new CompletableFuture<>();

  @Test
  void a_reply_completes_its_request_and_no_other() {
    CompletableFuture<Message> other = new CompletableFuture<>();
    long number = pending.add(CLOCK, reply, LONG);
    pending.add(CLOCK, other, LONG);
    assertThat(pending.complete(number, NOON)).isTrue();
    assertThat(reply).isCompletedWithValue(NOON);
    assertThat(other).isNotDone();
  }

  @Test
  void a_reply_that_comes_twice_finds_nothing() {
    long number = pending.add(CLOCK, reply, LONG);
    pending.complete(number, NOON);
    assertThat(pending.complete(number, Message.of("midnight"))).isFalse();
    assertThat(pending.fail(number, failure())).isFalse();
    assertThat(reply).isCompletedWithValue(NOON);
  }

  @Test
  void a_reply_for_nobody_finds_nothing() {
    long number = pending.add(CLOCK, reply, LONG);
    assertThat(pending.complete(number + 1, NOON)).isFalse();
    assertThat(reply).isNotDone();
  }

  @Test
  void a_failure_is_an_answer_too() {
    long number = pending.add(CLOCK, reply, LONG);
    assertThat(pending.fail(number, failure())).isTrue();
    assertThat(categoryOf(reply)).isEqualTo(Category.CLOSED);
    assertThat(pending.isEmpty()).isTrue();
  }

  @Test
  void a_request_expires_at_its_deadline_and_not_before() {
    Duration deadline = Duration.ofMillis(60);
    long begun = System.nanoTime();
    long number = pending.add(CLOCK, reply, deadline);
    await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
      pending.expire();
      return reply.isDone();
    });
    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(deadline.toNanos());
    assertThat(categoryOf(reply)).isEqualTo(Category.TIMED_OUT);
    assertThat(reply.handle((message, failure) -> failure.getMessage()).join())
        .contains("'clock'", "60 ms");
    assertThat(pending.complete(number, NOON)).isFalse();
    assertThat(pending.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P-106751D", "PT-2562047788015215H"})
  void a_deadline_that_has_passed_already_expires_at_once(Duration deadline) {
    pending.add(CLOCK, reply, deadline);
    pending.expire();
    assertThat(categoryOf(reply)).isEqualTo(Category.TIMED_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P100D", "P106751D", "P106752D", "PT2562047788015215H"})
  void a_huge_deadline_does_not_expire(Duration deadline) {
    pending.add(CLOCK, reply, deadline);
    pending.expire();
    assertThat(reply).isNotDone();
  }

  @Test
  void the_next_deadline_is_told() {
    assertThat(pending.expire()).isEqualTo(Long.MAX_VALUE);
    pending.add(CLOCK, new CompletableFuture<>(), LONG.multipliedBy(2));
    pending.add(CLOCK, reply, LONG);
    assertThat(pending.expire()).isPositive().isLessThanOrEqualTo(LONG.toNanos());
    assertThat(pending.size()).isEqualTo(2);
  }

  @Test
  void all_can_be_failed() {
    List<CompletableFuture<Message>> replies = IntStream.range(0, 100)
        .mapToObj(i -> new CompletableFuture<Message>())
        .peek(each -> pending.add(CLOCK, each, LONG))
        .toList();
    pending.failAll(failure());
    assertThat(replies).allMatch(each -> categoryOf(each) == Category.CLOSED);
    assertThat(pending.isEmpty()).isTrue();
  }

  @Test
  void a_continuation_may_ask_again() {
    CompletableFuture<Message> second = new CompletableFuture<>();
    reply.whenComplete((message, failure) -> pending.add(CLOCK, second, LONG));
    pending.add(CLOCK, reply, Duration.ZERO);
    pending.expire();
    assertThat(reply).isDone();
    assertThat(second).isNotDone();
    assertThat(pending.isEmpty()).isFalse();
  }

  @Test
  void whatever_comes_at_once_each_request_has_one_outcome_and_a_number_of_its_own()
      throws Exception {
    int requests = 20_000;
    Set<Long> numbers = ConcurrentHashMap.newKeySet();
    List<Callable<Long>> rivals = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      rivals.add(() -> IntStream.range(0, requests)
          .mapToLong(n -> pending.add(CLOCK, new CompletableFuture<>(), Duration.ofMillis(n % 3)))
          .peek(numbers::add)
          .filter(number -> pending.complete(number, NOON))
          .count());
      rivals.add(() -> {
        IntStream.range(0, 500).forEach(n -> pending.expire());
        pending.failAll(failure());
        return 0L;
      });
    }
    assertThat(sumOf(rivals)).isLessThanOrEqualTo(2L * requests);
    assertThat(numbers).hasSize(2 * requests);
    assertThat(pending.isEmpty()).isTrue();
  }

  private static long sumOf(List<Callable<Long>> rivals) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(rivals.size());
    try {
      long sum = 0;
      for (Future<Long> each : threads.invokeAll(rivals)) {
        sum += each.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }

  private static TransportException failure() {
    return new TransportException(Category.CLOSED, "It is closed.");
  }

  private static Category categoryOf(CompletableFuture<Message> reply) {
    try {
      reply.get();
      throw new AssertionError("It did not fail");
    } catch (ExecutionException | InterruptedException e) {
      return ((TransportException) e.getCause()).category();
    }
  }
}
