package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

  @ParameterizedTest
  @EnumSource(Category.class)
  void a_failure_keeps_its_category_and_its_sentence(Category category) {
    Outcome outcome = Outcome.failure(category, "It is so.");
    assertThat(outcome.isOk()).isFalse();
    assertThat(outcome.exception().category()).isEqualTo(category);
    assertThat(outcome.exception()).hasMessage("It is so.");
  }

  @Test
  void an_unknown_status_is_told_as_such() {
    TransportException failure = new Outcome("on-fire", Message.of("Help.")).exception();
    assertThat(failure.category()).isEqualTo(Category.INTERNAL);
    assertThat(failure).hasMessageContaining("on-fire");
  }

  @Test
  void a_refusal_says_what_the_handler_says() {
    TransportException refusal = new TransportException(Category.REFUSED, "Not today.");
    assertThat(Outcome.failure(refusal).exception()).hasMessage("Not today.");
    assertThat(Outcome.failure(new CompletionException(refusal)).exception())
        .hasMessage("Not today.");
  }

  @Test
  void a_long_sentence_is_cut() {
    Outcome outcome = Outcome.failure(Category.REFUSED, "No. ".repeat(100_000));
    assertThat(outcome.message().payload().size()).isLessThan(2_000);
    assertThat(outcome.exception()).hasMessageStartingWith("No. No. ").hasMessageEndingWith("…");
  }

  @Test
  void any_other_failure_keeps_to_itself_what_it_says() {
    TransportException other = new TransportException(Category.UNREACHABLE, "swordfish");
    for (Throwable thrown :
        new Throwable[] {new IllegalStateException("swordfish"), other, new Error("swordfish")}) {
      TransportException told = Outcome.failure(thrown).exception();
      assertThat(told.category()).isEqualTo(Category.FAILED);
      assertThat(told).hasMessageNotContaining("swordfish");
    }
  }
}
