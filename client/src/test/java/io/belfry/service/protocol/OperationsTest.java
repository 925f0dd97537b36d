package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import org.junit.jupiter.api.Test;

class OperationsTest {

  private static final int TIMES = 300;

  @Test
  void every_operation_has_samples() {
    assertThat(Exchanges.ALL.stream().<Object>map(Exchanges::operation))
        .containsExactlyElementsOf(Operations.ALL);
  }

  @Test
  void arguments_of_any_kind_arrive_as_they_were_sent() {
    Exchanges.ALL.forEach(exchange -> {
      Samples samples = new Samples(1);
      for (int i = 0; i < TIMES; i++) {
        checkArguments(exchange, samples);
      }
    });
  }

  @Test
  void answers_of_any_kind_arrive_as_they_were_given() {
    Exchanges.ALL.forEach(exchange -> {
      Samples samples = new Samples(2);
      for (int i = 0; i < TIMES; i++) {
        checkAnswer(exchange, samples);
      }
    });
  }

  private static <A, R> void checkArguments(Exchanges<A, R> exchange, Samples samples) {
    A arguments = exchange.arguments().apply(samples);
    Message request = exchange.operation().request(arguments, Headers.NONE, Integer.MAX_VALUE);

    Envelope.Request read = Envelope.request(request.payload());

    assertThat(read.operation()).isSameAs(exchange.operation());
    assertThat(exchange.operation().arguments(read.arguments())).isEqualTo(arguments);
  }

  private static <A, R> void checkAnswer(Exchanges<A, R> exchange, Samples samples) {
    R answer = exchange.answer().apply(samples);
    Message reply = exchange.operation().reply(answer, Integer.MAX_VALUE).orElseThrow();

    assertThat(exchange.operation().answer(reply)).isEqualTo(answer);
  }
}
