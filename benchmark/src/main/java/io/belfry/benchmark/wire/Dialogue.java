package io.belfry.benchmark.wire;

/** Questions and answers; each slot has one question at a time. Safe for any thread. */
public interface Dialogue {

  /** The payload of the next question of a slot; the caller may keep it. */
  byte[] question(int slot);

  /**
   * Takes the answer to the question of a slot.
   *
   * @param slot the slot
   * @param sequence the first eight bytes of the answer
   * @param size how many bytes the answer has
   * @return whether to ask the next
   */
  boolean answered(int slot, long sequence, int size);

  /** Takes note that a question was not answered; its slot ends. */
  void failed(Throwable failure);
}
