package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user does wrong with an open transport, and the one sentence that tells it. */
class UsageErrorTest {

  private static final Topic TOPIC = new Topic("topic");
  private static final Address NAME = new Address("name");
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final Stage stage = new Stage().with("max-payload", "1KiB");

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_payload_beyond_the_limit_is_told(Side side) {
    Transport transport = transport(side);
    Message message = Message.of(Payload.copyOf(new byte[1_025]));
    requireFailure(Category.TOO_LARGE, transport.publish(TOPIC, message));
    requireFailure(Category.TOO_LARGE, transport.request(NAME, message, DEADLINE));
    requireFailure(Category.TOO_LARGE, transport.push(NAME, message));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_handler_that_returns_nothing_has_failed(Side side) {
    Transport transport = transport(side);
    Waiting.value(transport.serve(NAME, request -> null).ready());
    requireFailure(Category.FAILED, transport.request(NAME, Message.of("why"), DEADLINE));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void use_after_close_is_told(Side side) {
    Transport transport = transport(side);
    transport.close();
    Message message = Message.of("late");
    requireFailure(Category.CLOSED, transport.publish(TOPIC, message));
    requireFailure(Category.CLOSED, transport.request(NAME, message, DEADLINE));
    requireFailure(Category.CLOSED, transport.push(NAME, message));
    TopicFilter filter = TopicFilter.exactly(TOPIC);
    requireClosed(() -> transport.subscribe(filter, (topic, event) -> {}));
    requireClosed(() -> transport.serve(NAME, request -> null));
    requireClosed(() -> transport.pull(NAME, work -> {}));
  }

  private Transport transport(Side side) {
    return side == Side.HUB ? stage.hub() : stage.newSpoke();
  }

  private static void requireClosed(ThrowingCallable action) {
    TransportException fault = catchThrowableOfType(TransportException.class, action);
    assertThat(fault.category()).isEqualTo(Category.CLOSED);
    assertThat(fault).satisfies(Sentence::requireOne);
  }

  private static void requireFailure(Category category, CompletionStage<?> stage) {
    TransportException failure = Waiting.failure(stage);
    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure).satisfies(Sentence::requireOne);
  }
}
