package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request, on its way back. */
class OutcomeTest {

  @Test
  void a_reply_comes_out_as_it_went_in() {
    Message reply = Message.of("hi").with("a", "b");
    Outcome read = Outcome.parse(Outcome.ok(reply).encode(5), 5);
    assertThat(read.isOk()).isTrue();
    assertThat(read.message()).isEqualTo(reply);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void a_failure_keeps_its_category_and_its_sentence(Category category) {
    Outcome read = Outcome.parse(Outcome.failure(category, "It is so.").encode(0), 0);
    assertThat(read.isOk()).isFalse();
    assertThat(read.exception().category()).isEqualTo(category);
    assertThat(read.exception()).hasMessage("It is so.");
  }

  @Test
  void an_unknown_status_is_told_as_such() {
    TransportException failure = new Outcome("on-fire", Message.of("Help.")).exception();
    assertThat(failure.category()).isEqualTo(Category.INTERNAL);
    assertThat(failure).hasMessageContaining("on-fire").satisfies(Sentence::requireOne);
  }

  @Test
  void a_refusal_says_what_the_handler_says() {
    TransportException refusal = new TransportException(Category.REFUSED, "Not today.");
    assertThat(Outcome.failure(refusal).exception()).hasMessage("Not today.");
    assertThat(Outcome.failure(new CompletionException(refusal)).exception())
        .hasMessage("Not today.");
  }

  @Test
  void a_sentence_that_would_not_fit_is_cut() {
    TransportException refusal = new TransportException(Category.REFUSED, "No. ".repeat(100_000));
    byte[] frame = Outcome.failure(refusal).encode(0);
    assertThat(frame).hasSizeLessThan(Frames.MAX_OVERHEAD);
    assertThat(Outcome.parse(frame, 0).exception()).hasMessageStartingWith("No. No. ");
  }

  @Test
  void any_other_failure_keeps_to_itself_what_it_says() {
    TransportException other = new TransportException(Category.UNREACHABLE, "swordfish");
    for (Throwable thrown :
        new Throwable[] {new IllegalStateException("swordfish"), other, new Error("swordfish")}) {
      TransportException told = Outcome.failure(thrown).exception();
      assertThat(told.category()).isEqualTo(Category.FAILED);
      assertThat(told).hasMessageNotContaining("swordfish").satisfies(Sentence::requireOne);
    }
  }

  @Test
  void random_bytes_are_read_or_refused_and_nothing_else() {
    Samples samples = new Samples(5);
    byte[] good = Outcome.failure(Category.REFUSED, "No.").encode(0);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = i % 2 == 0 ? samples.bytes(40) : samples.damaged(good);
      FramesTest.requireReadOrRefused(() -> Outcome.parse(bytes, 0).exception());
    }
  }
}
