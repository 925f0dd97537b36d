package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.transport.TransportException.Category;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossTest {

  private final List<String> told = new ArrayList<>();
  private final Loss loss = new Loss(told::add);

  @Test
  void of_a_broker_that_does_nothing_sends_have_waited_too_long_and_requests_not_yet() {
    loss.giveUp("the broker confirmed nothing for 500 ms");

    assertThat(loss.ofSend().category()).isEqualTo(Category.TIMED_OUT);
    assertThat(loss.ofRequest().category()).isEqualTo(Category.UNREACHABLE);
    assertThat(loss.ofRequest())
        .hasMessage(
            "The connection to the broker was lost (the broker confirmed nothing for 500 ms)"
                + " before the reply came; whether it was done is not known.");
  }

  @Test
  void the_first_reason_counts_and_each_is_told() {
    loss.accept("the connection broke");
    loss.giveUp("a send did not return");

    assertThat(loss.ofSend().category()).isEqualTo(Category.UNREACHABLE);
    assertThat(loss.ofSend()).hasMessageContaining("(the connection broke)");
    assertThat(told).containsExactly("the connection broke", "a send did not return");
  }
}
