package io.belfry.benchmark.service;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.Sequence;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.Recipient;
import io.belfry.service.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Mails, so many under way: whoever has brought one sends the next. */
final class Mailing implements Asker {

  private static final Topic TOPIC = new Topic("bench.mail");
  private static final TopicFilter FILTER = new TopicFilter("bench.#");
  private static final Recipient READER =
      new Recipient("reader@example.org", Optional.of("a-code-to-leave"));

  private final Notifier notifier;

  Mailing(Notifier notifier) {
    this.notifier = notifier;
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    CountDownLatch atWork = new CountDownLatch(outstanding);
    for (int slot = 0; slot < outstanding; slot++) {
      send(slot, dialogue, atWork);
    }
    try {
      atWork.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(int slot, Dialogue dialogue, CountDownLatch atWork) {
    byte[] payload = dialogue.question(slot);
    long sequence = Sequence.of(payload, 0);
    notifier.deliver(notice(sequence, payload)).whenComplete((outcomes, failure) -> {
      Optional<String> trouble = trouble(outcomes, failure);
      if (trouble.isPresent()) {
        dialogue.failed(new IllegalStateException(trouble.get()));
        atWork.countDown();
      } else if (dialogue.answered(slot, sequence, payload.length)) {
        send(slot, dialogue, atWork);
      } else {
        atWork.countDown();
      }
    });
  }

  private static Optional<String> trouble(List<Outcome> outcomes, Throwable failure) {
    if (failure != null) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
    return outcomes.stream()
        .filter(outcome -> !outcome.isDelivered())
        .map(Outcome::reason)
        .findFirst();
  }

  private static Changes notice(long sequence, byte[] payload) {
    Payload content = Payload.wrap(payload, 0, payload.length);
    return new Changes(
        "bench" + sequence,
        "en",
        FILTER,
        List.of(READER),
        List.of(new Change(TOPIC, sequence, Instant.now(), Content.TEXT, content)),
        List.of());
  }

  @Override
  public void close() {
    // The notifier is closed by whoever has opened it.
  }
}
