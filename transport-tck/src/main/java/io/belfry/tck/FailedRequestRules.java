package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Request and reply: a failure is an answer, and nobody waits for ever. */
abstract class FailedRequestRules extends Rules {

  private static final Duration SOON = Duration.ofMillis(300);

  /** The clock of a wire may be coarse. */
  private static final Duration EARLY = Duration.ofMillis(20);

  private static final String SECRET = "the password is swordfish";

  FailedRequestRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void rr04_a_handler_that_fails_gives_the_requester_failed_before_the_deadline() {
    serve(spoke(), "throws", throwing(new IllegalStateException("as the test wants it")));
    serve(spoke(), "stage", failing(new IllegalStateException("as the test wants it")));

    for (String service : List.of("throws", "stage")) {
      TransportException failure = patience().failureOf(request(hub(), service, "please"));
      assertThat(failure.category()).as(service).isEqualTo(Category.FAILED);
    }
  }

  @Test
  void rr04_a_refusal_arrives_with_its_sentence() {
    TransportException refusal = new TransportException(Category.REFUSED, "Not on Sundays — 安息日.");
    serve(spoke(), "throws", throwing(refusal));
    serve(spoke(), "stage", failing(refusal));

    for (String service : List.of("throws", "stage")) {
      TransportException failure = patience().failureOf(request(hub(), service, "please"));
      assertThat(failure.category()).as(service).isEqualTo(Category.REFUSED);
      assertThat(failure).as(service).hasMessageContaining("Not on Sundays — 安息日.");
    }
  }

  @Test
  void rr05_a_request_whose_answer_does_not_come_times_out_at_its_deadline() {
    serve(newSpoke(), "mute", question -> new CompletableFuture<>());
    long asked = System.nanoTime();

    TransportException failure = failureSoon("mute");

    Duration taken = Duration.ofNanos(System.nanoTime() - asked);
    assertThat(failure.category()).isEqualTo(Category.TIMED_OUT);
    assertThat(taken).isBetween(SOON.minus(EARLY), SOON.plusSeconds(2));
  }

  @Test
  void rr06_a_request_that_nobody_serves_fails_by_its_deadline() {
    long asked = System.nanoTime();

    TransportException failure = failureSoon("nobody");

    assertThat(failure.category()).isIn(Category.UNREACHABLE, Category.REFUSED, Category.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOON.plusSeconds(2));
  }

  @Test
  void rr07_a_reply_after_the_deadline_harms_nothing() {
    Questions questions = new Questions();
    serve(newSpoke(), "late", questions::take);
    TransportException failure = failureSoon("late");
    assertThat(failure.category()).isEqualTo(Category.TIMED_OUT);
    patience().until("it is asked", () -> questions.count() == 1);
    Questions.Question late = questions.remove();

    List<CompletionStage<Message>> inTime = listOf(50, i -> request(spoke(), "late", "n" + i));
    patience().until("all are asked", () -> questions.count() == 50);
    // In their midst: before all others, whoever merely counts replies would get away with it.
    questions.answer(25);
    late.answer();
    questions.answer(25);

    List<String> texts =
        inTime.stream().map(r -> patience().await(r).payload().text()).toList();
    assertThat(texts).isEqualTo(numbered("n", 50));
  }

  @Test
  void rr10_what_the_exception_of_a_handler_says_does_not_reach_the_requester() {
    serve(spoke(), "throws", throwing(new IllegalStateException(SECRET)));
    serve(spoke(), "stage", failing(new IllegalStateException(SECRET)));
    serve(spoke(), "other", throwing(new TransportException(Category.INTERNAL, SECRET)));

    for (String service : List.of("throws", "stage", "other")) {
      StringWriter everything = new StringWriter();
      patience()
          .failureOf(request(hub(), service, "please"))
          .printStackTrace(new PrintWriter(everything));
      assertThat(everything.toString()).as(service).doesNotContain(SECRET);
    }
  }

  private TransportException failureSoon(String service) {
    return patience().failureOf(spoke().request(address(service), Message.of("please"), SOON));
  }

  private static RequestHandler throwing(RuntimeException failure) {
    return question -> {
      throw failure;
    };
  }

  private static RequestHandler failing(RuntimeException failure) {
    return question -> CompletableFuture.failedStage(failure);
  }
}
