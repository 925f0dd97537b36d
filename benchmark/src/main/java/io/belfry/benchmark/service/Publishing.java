package io.belfry.benchmark.service;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.Sequence;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Publishers that wait for nobody: whoever brings an outcome publishes the next event. */
final class Publishing implements Asker {

  private final NotificationService service;
  private final List<Topic> topics;
  private final AtomicLong acknowledged = new AtomicLong();

  Publishing(NotificationService service, List<Topic> topics) {
    this.service = service;
    this.topics = topics;
  }

  long acknowledged() {
    return acknowledged.get();
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    CountDownLatch atWork = new CountDownLatch(outstanding);
    for (int slot = 0; slot < outstanding; slot++) {
      publish(slot, dialogue, atWork);
    }
    try {
      atWork.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(int slot, Dialogue dialogue, CountDownLatch atWork) {
    byte[] payload = dialogue.question(slot);
    Topic topic = topics.get(slot % topics.size());
    service.publish(publication(topic, payload)).whenComplete((published, failure) -> {
      if (failure != null) {
        dialogue.failed(failure);
        atWork.countDown();
        return;
      }
      acknowledged.getAndIncrement();
      if (dialogue.answered(slot, Sequence.of(payload, 0), payload.length)) {
        publish(slot, dialogue, atWork);
      } else {
        atWork.countDown();
      }
    });
  }

  static Publication publication(Topic topic, byte[] payload) {
    Content content = new Content(Content.TEXT, Payload.wrap(payload, 0, payload.length));
    return new Publication(topic, content, Optional.empty());
  }

  @Override
  public void close() {
    // The deployment closes what it has opened.
  }
}
