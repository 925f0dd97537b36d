package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A queue of the hub, with several who push and workers who come, fail and go. */
class WorkQueueUnderLoadTest {

  private static final Address NAME = new Address("queue");
  private static final int PUSHERS = 3;
  private static final int EACH = 5_000;
  private static final int WORKERS = 3;

  private final WorkQueue queue = new WorkQueue(NAME.name(), 100, Integer.MAX_VALUE);

  @Test
  void each_piece_is_done_once() {
    List<CompletableFuture<Void>> pushers = IntStream.range(0, PUSHERS)
        .mapToObj(pusher -> Aside.run(() -> push(pusher)))
        .toList();
    List<String> done = new ArrayList<>();
    Samples samples = new Samples(8);
    List<FakeWorker> workers = new ArrayList<>();
    Waiting.until("all was done", () -> {
      while (workers.size() < WORKERS) {
        FakeWorker worker = new FakeWorker(1 + samples.below(20));
        workers.add(worker);
        queue.join(worker);
      }
      workers.removeIf(worker -> !isStaying(worker, done, samples));
      return done.size() >= PUSHERS * EACH;
    });
    pushers.forEach(Waiting::value);
    assertThat(done).hasSize(PUSHERS * EACH);
    assertThat(new HashSet<>(done)).hasSize(PUSHERS * EACH);
  }

  /** The worker does what it has, or fails at it once, or leaves with it; what it did is noted. */
  private boolean isStaying(FakeWorker worker, List<String> done, Samples samples) {
    int mood = samples.below(50);
    if (mood == 0) {
      queue.leave(worker);
      return false;
    }
    if (mood == 1) {
      worker.goOutOfReach();
    }
    List<String> taken = worker.take();
    done.addAll(taken);
    queue.done(worker, taken.size());
    return mood != 1;
  }

  private void push(int pusher) {
    try {
      for (int i = 0; i < EACH; i++) {
        Work work = Work.of(NAME, Message.of(pusher + "-" + i));
        assertThat(queue.push(work, System.nanoTime() + Waiting.LONG.toNanos())).isTrue();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
