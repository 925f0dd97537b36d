package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeFrameTest {

  @Test
  void a_reply_comes_back_as_it_was() {
    Message reply = Message.of("twelve").with("unit", "hours");
    Outcome read = OutcomeFrame.parse(OutcomeFrame.encode(Outcome.ok(reply), 5), 5);
    assertThat(read.isOk()).isTrue();
    assertThat(read.message()).isEqualTo(reply);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void a_failure_comes_back_as_it_was(Category category) {
    Outcome failure = Outcome.failure(category, "It is so.");
    assertThat(OutcomeFrame.parse(OutcomeFrame.encode(failure, 0), 0)).isEqualTo(failure);
  }

  @Test
  void a_failure_always_fits_into_a_frame() {
    Outcome failure = Outcome.failure(Category.REFUSED, "No. ".repeat(100_000));
    assertThat(OutcomeFrame.encode(failure, 0)).hasSizeLessThan(Frames.MAX_OVERHEAD);
  }

  @Test
  void random_bytes_are_read_or_refused_and_nothing_else() {
    Samples samples = new Samples(5);
    byte[] good = OutcomeFrame.encode(Outcome.failure(Category.REFUSED, "No."), 0);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = i % 2 == 0 ? samples.bytes(40) : samples.damaged(good);
      FramesTest.requireReadOrRefused(() -> OutcomeFrame.parse(bytes, 0).exception());
    }
  }
}
