package io.belfry.benchmark.wire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A dialogue under way, of which the answers arrive on threads of the library. */
public final class Conversation {

  private static final int PATIENCE_SECONDS = 10;

  private final Dialogue dialogue;
  private final Question question;
  private final CountDownLatch open;
  private final LongAdder answers = new LongAdder();

  /** How a question is asked. */
  @FunctionalInterface
  public interface Question {

    /** Asks, without waiting for the answer. */
    void ask(int slot, byte[] payload);
  }

  /**
   * Prepares a conversation.
   *
   * @param outstanding how many questions, each in a slot of its own
   * @param dialogue what to ask
   * @param question how
   */
  public Conversation(int outstanding, Dialogue dialogue, Question question) {
    this.dialogue = dialogue;
    this.question = question;
    this.open = new CountDownLatch(outstanding);
  }

  /** Asks in every slot, and returns when all have ended, or nothing has come for too long. */
  public void hold() {
    long slots = open.getCount();
    for (int slot = 0; slot < slots; slot++) {
      ask(slot);
    }
    try {
      awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() throws InterruptedException {
    for (long before = -1; !open.await(PATIENCE_SECONDS, TimeUnit.SECONDS); ) {
      long now = answers.sum();
      if (now == before) {
        dialogue.failed(new BreakdownException("There was no answer for too long."));
        return;
      }
      before = now;
    }
  }

  /** Takes the answer of a slot, and asks the next question there. */
  public void answered(int slot, long sequence, int size) {
    answers.increment();
    if (dialogue.answered(slot, sequence, size)) {
      ask(slot);
    } else {
      open.countDown();
    }
  }

  private void ask(int slot) {
    question.ask(slot, dialogue.question(slot));
  }
}
