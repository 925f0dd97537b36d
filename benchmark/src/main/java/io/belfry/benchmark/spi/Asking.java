package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.Names;
import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The hub serves, a spoke asks: the next question in the continuation of the last answer. */
final class Asking implements Asker {

  private static final Address SERVICE = new Address(Names.SERVICE);
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Field field;
  private final Transport spoke;

  private Asking(Field field) {
    this.field = field;
    this.spoke = field.spokes().get(0);
  }

  static Asking start(Field field) {
    Subscription service = field
        .hub()
        .serve(SERVICE, request -> CompletableFuture.completedStage(Message.of(request.payload())));
    Field.awaitReady(List.of(service));
    return new Asking(field);
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    CountDownLatch ended = new CountDownLatch(outstanding);
    for (int slot = 0; slot < outstanding; slot++) {
      ask(slot, dialogue, ended);
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(int slot, Dialogue dialogue, CountDownLatch ended) {
    spoke
        .request(SERVICE, Content.of(dialogue.question(slot)), DEADLINE)
        .whenComplete((reply, failure) -> {
          if (failure == null && take(slot, reply.payload(), dialogue)) {
            ask(slot, dialogue, ended);
          } else {
            if (failure != null) {
              dialogue.failed(failure);
            }
            ended.countDown();
          }
        });
  }

  private static boolean take(int slot, Payload answer, Dialogue dialogue) {
    return dialogue.answered(slot, Content.sequence(answer), answer.size());
  }

  @Override
  public void close() {
    field.close();
  }
}
