package io.belfry.packing;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.packing.form.Answer;
import io.belfry.packing.form.Packs;
import io.belfry.packing.lane.Lanes;
import io.belfry.packing.lane.Limits;
import io.belfry.packing.lane.Load;
import io.belfry.transport.RequestReply;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The way back of what packed requests have come to: each leaves when it is there, whatever becomes
 * of the others of its pack, together with what else goes to the same asker by then.
 */
final class Replies implements AutoCloseable {

  private static final int BYTES = 65_536;
  private static final int COUNT = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final CompletionStage<Void> GONE = CompletableFuture.completedStage(null);

  private final RequestReply wire;
  private final Machinery machinery;
  private final int maxPayload;
  private Optional<Lanes<String, Answer>> lanes = Optional.empty();

  Replies(Transport wire, Machinery machinery) {
    this.wire = wire;
    this.machinery = machinery;
    this.maxPayload = wire.capabilities().maxPayload();
  }

  /** Where an asker takes answers. */
  static Address addressOf(String asker) {
    return new Address("~belfry-pack." + asker);
  }

  /** If it gets lost, the asker has a deadline, and learns of it by that. */
  void send(String asker, long number, Outcome outcome) {
    lanes().to(asker).add(new Answer(number, fitting(outcome)));
  }

  private Outcome fitting(Outcome outcome) {
    int size = Packs.size(outcome.message()) + Packs.ENTRY_BYTES + Packs.PACK_BYTES;
    return size <= maxPayload
        ? outcome
        : Outcome.failure(
            Category.TOO_LARGE,
            "The reply and its headers are larger than what a pack may have; ask again alone.");
  }

  private synchronized Lanes<String, Answer> lanes() {
    if (lanes.isEmpty()) {
      Limits limits =
          new Limits(Math.min(BYTES, maxPayload - Packs.PACK_BYTES), COUNT, Limits.UNKNOWN);
      lanes = Optional.of(new Lanes<>(ToAsker::new, limits, machinery.courier()));
    }
    return lanes.get();
  }

  @Override
  public synchronized void close() {
    lanes.ifPresent(each -> each.close(PATIENCE.toNanos()));
  }

  /** What goes to one asker. */
  private final class ToAsker implements Load<Answer> {

    private final Address address;

    ToAsker(String asker) {
      this.address = addressOf(asker);
    }

    @Override
    public CompletionStage<?> send(List<Answer> answers) {
      Message pack = Packs.ofAnswers(answers);
      wire.request(address, pack, PATIENCE);
      return GONE;
    }

    @Override
    public int size(Answer answer) {
      return Packs.size(answer.outcome().message()) + Packs.ENTRY_BYTES;
    }

    @Override
    public boolean isAlone(Answer answer) {
      return false;
    }
  }
}
