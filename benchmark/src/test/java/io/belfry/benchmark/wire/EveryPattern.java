package io.belfry.benchmark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every contestant must carry: a few hundred messages each way. How fast they are, the program
 * says.
 */
public abstract class EveryPattern {

  private static final int COUNT = 300;
  private static final int SIZE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<Long> received = Collections.synchronizedList(new ArrayList<>());

  @Test
  void every_subscriber_gets_everything() {
    try (OneWay wire = contestant().publish(3, this::receive)) {
      send(wire);
      await().atMost(PATIENCE).until(() -> received.size() == 3 * COUNT);
    }
    LongStream.range(0, COUNT)
        .forEach(i -> assertThat(Collections.frequency(received, i)).isEqualTo(3));
  }

  @Test
  void workers_share_everything() {
    try (OneWay wire = contestant().push(4, this::receive)) {
      send(wire);
      await().atMost(PATIENCE).until(() -> received.size() == COUNT);
    }
    assertThat(received)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, COUNT).boxed().toList());
  }

  @Test
  void every_question_is_answered() {
    for (int outstanding : new int[] {1, 64}) {
      Echo echo = new Echo();
      try (Asker asker = contestant().ask()) {
        asker.converse(outstanding, echo);
      }
      assertThat(echo.wrong).isZero();
      assertThat(echo.answers).isEqualTo(echo.asked).isBetween(COUNT, COUNT + 63);
    }
  }

  /** The one to test. */
  protected abstract Contestant contestant();

  private static void send(OneWay wire) {
    LongStream.range(0, COUNT).forEach(i -> wire.send(Sequence.payload(SIZE, i)));
  }

  private void receive(int receiver, long sequence, int size) {
    received.add(size == SIZE ? sequence : Sequence.NONE);
  }

  /** Bears that each slot is asked by a thread of its own. */
  private static final class Echo implements Dialogue {

    private final long[] questions = new long[64];
    private int asked;
    private int answers;
    private int wrong;

    @Override
    public synchronized byte[] question(int slot) {
      questions[slot] = asked++;
      return Sequence.payload(SIZE, questions[slot]);
    }

    @Override
    public synchronized boolean answered(int slot, long sequence, int size) {
      answers++;
      if (sequence != questions[slot] || size != SIZE) {
        wrong++;
      }
      return answers < COUNT;
    }

    @Override
    public synchronized void failed(Throwable failure) {
      wrong++;
    }
  }
}
