package io.belfry.benchmark.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A few hundred messages each way; how fast they are, the program says. */
class RawZeroMqTest {

  private static final int COUNT = 300;
  private static final int SIZE = 100;

  private final List<Long> received = Collections.synchronizedList(new ArrayList<>());

  @Test
  void every_subscriber_gets_everything() {
    try (OneWay wire = new RawZeroMq().publish(3, this::receive)) {
      send(wire);
      await().until(() -> received.size() == 3 * COUNT);
    }
    LongStream.range(0, COUNT)
        .forEach(i -> assertThat(Collections.frequency(received, i)).isEqualTo(3));
  }

  @Test
  void workers_share_everything() {
    try (OneWay wire = new RawZeroMq().push(4, this::receive)) {
      send(wire);
      await().until(() -> received.size() == COUNT);
    }
    assertThat(received)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, COUNT).boxed().toList());
  }

  @Test
  void every_question_is_answered() {
    for (int outstanding : new int[] {1, 64}) {
      Echo echo = new Echo();
      try (Asker asker = new RawZeroMq().ask()) {
        asker.converse(outstanding, echo);
      }
      assertThat(echo.wrong).isZero();
      assertThat(echo.answers).isEqualTo(echo.asked).isBetween(COUNT, COUNT + 63);
    }
  }

  @Test
  void it_knows_its_version() {
    assertThat(new RawZeroMq().version()).matches("JeroMQ \\d+\\.\\d+\\.\\d+");
  }

  private static void send(OneWay wire) {
    LongStream.range(0, COUNT).forEach(i -> wire.send(Sequence.payload(SIZE, i)));
  }

  private void receive(int receiver, long sequence, int size) {
    assertThat(size).isEqualTo(SIZE);
    received.add(sequence);
  }

  /** Used by the thread that asks alone. */
  private static final class Echo implements Dialogue {

    private final long[] questions = new long[64];
    private int asked;
    private int answers;
    private int wrong;

    @Override
    public byte[] question(int slot) {
      questions[slot] = asked++;
      return Sequence.payload(SIZE, questions[slot]);
    }

    @Override
    public boolean answered(int slot, long sequence, int size) {
      answers++;
      if (sequence != questions[slot] || size != SIZE) {
        wrong++;
      }
      return answers < COUNT;
    }

    @Override
    public void failed(Throwable failure) {
      wrong++;
    }
  }
}
