package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.WorkHandler;
import java.util.ArrayList;
import java.util.List;

/** A handler that remembers what has come, and then does one thing more. Safe for any thread. */
final class Collector implements MessageHandler, WorkHandler {

  /** What a handler does with a message. */
  @FunctionalInterface
  interface Deed {
    void on(Message message) throws Exception;
  }

  private final Patience patience;
  private final Deed deed;
  private final List<Message> messages = new ArrayList<>();
  private final List<Topic> topics = new ArrayList<>();

  Collector(Patience patience, Deed deed) {
    this.patience = patience;
    this.deed = deed;
  }

  @Override
  public void onMessage(Topic topic, Message message) throws Exception {
    synchronized (this) {
      topics.add(topic);
    }
    onWork(message);
  }

  @Override
  public void onWork(Message work) throws Exception {
    synchronized (this) {
      messages.add(work);
    }
    deed.on(work);
  }

  synchronized int size() {
    return messages.size();
  }

  synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  synchronized List<Topic> topics() {
    return List.copyOf(topics);
  }

  List<String> texts() {
    return messages().stream().map(message -> message.payload().text()).toList();
  }

  boolean has(String text) {
    return texts().contains(text);
  }

  void awaitSize(int count) {
    patience.untilAsserted(
        () -> assertThat(size()).as("messages arrived").isGreaterThanOrEqualTo(count));
  }

  void awaitText(String text) {
    patience.until("'" + text + "' arrived", () -> has(text));
  }

  /** Waits for these, and checks that they came in this order, and nothing else did or does. */
  void expectExactly(List<String> expected) {
    awaitQuietAfter(expected.size());
    assertThat(texts()).containsExactlyElementsOf(expected);
  }

  /** As {@link #expectExactly}, in any order. */
  void expectInAnyOrder(List<String> expected) {
    awaitQuietAfter(expected.size());
    assertThat(texts()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private void awaitQuietAfter(int count) {
    awaitSize(count);
    patience.stays(() -> size() == count);
  }
}
