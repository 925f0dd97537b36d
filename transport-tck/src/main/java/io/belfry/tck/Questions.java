package io.belfry.tck;

import io.belfry.message.Message;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes requests at once, and answers each with itself when told to. */
final class Questions {

  private final Queue<Question> open = new ConcurrentLinkedQueue<>();

  CompletionStage<Message> take(Message message) {
    Question question = new Question(message, new CompletableFuture<>());
    open.add(question);
    return question.reply();
  }

  int count() {
    return open.size();
  }

  /** The one that came first, which is the caller's to answer from now on. */
  Question remove() {
    return open.remove();
  }

  /** Answers so many, in the order in which they came. */
  void answer(int count) {
    for (int i = 0; i < count; i++) {
      open.remove().answer();
    }
  }

  record Question(Message message, CompletableFuture<Message> reply) {
    void answer() {
      reply.complete(message);
    }
  }
}
