package io.belfry.tck;

import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Sends again and again until something arrives: after a cut nothing says when the wire is there
 * again, and what is sent before that may be lost.
 */
final class Insistence {

  private static final Duration A_MOMENT = Duration.ofMillis(500);

  private final Rules rules;
  private final Patience patience;

  Insistence(Rules rules) {
    this.rules = rules;
    this.patience = rules.patience();
  }

  /** Sends all three ways until each has arrived. */
  void untilArrived(
      Transport from,
      String topic,
      String queue,
      String service,
      Collector subscriber,
      Collector worker) {
    Message again = Message.of("again");
    patience.until("a subscription was restored", () -> {
      from.publish(rules.topic(topic), again);
      return subscriber.has("again");
    });
    patience.until("a worker was restored", () -> {
      from.push(rules.address(queue), again);
      return worker.has("again");
    });
    untilAnswered(from, service);
  }

  /** Asks until there is an answer. */
  void untilAnswered(Transport from, String service) {
    patience.until("a request was answered", () -> isAnswered(from, service));
  }

  private boolean isAnswered(Transport from, String service) {
    CompletionStage<Message> reply =
        from.request(rules.address(service), Message.of("again"), A_MOMENT);
    return patience.await(reply.handle((answer, failure) -> failure == null));
  }
}
