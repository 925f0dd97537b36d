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
import io.belfry.transport.delivery.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The way back of what packed requests have come to: each leaves when it is there, whatever becomes
 * of the others of its pack, together with what else goes to the same asker by then.
 */
final class Replies implements AutoCloseable {

  private static final int BYTES = 65_536;
  private static final int COUNT = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_UNDER_WAY = 2;
  private static final Duration SOON = Duration.ofMillis(1);
  private static final long CLOSE_NANOS = 1_000_000_000;

  private static final Outcome TOO_LARGE = Outcome.failure(
      Category.TOO_LARGE,
      "The reply is too large for a pack, and its headers for one more; ask again alone.");

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
  void send(String asker, Answer answer) {
    lanes().to(asker).add(answer);
  }

  /** Whether so many bytes of answers fit into one pack. */
  boolean hasRoomFor(int bytes) {
    return bytes + Packs.PACK_BYTES <= maxPayload;
  }

  /** What is too large for a pack goes by itself. */
  private Message message(List<Answer> answers) {
    Answer first = answers.get(0);
    if (hasRoomFor(first.size())) {
      return Packs.ofAnswers(answers);
    }
    try {
      return Packs.ofAnswer(first);
    } catch (IllegalArgumentException e) { // Headers that are full as well.
      return Packs.ofAnswers(List.of(new Answer(first.number(), TOO_LARGE)));
    }
  }

  private synchronized Lanes<String, Answer> lanes() {
    if (lanes.isEmpty()) {
      Limits limits = new Limits(Math.min(BYTES, maxPayload - Packs.PACK_BYTES), COUNT)
          .answered(MOST_UNDER_WAY, SOON);
      lanes = Optional.of(new Lanes<>(ToAsker::new, limits, machinery.courier()));
    }
    return lanes.get();
  }

  /** Sees to rounds that take too long. */
  Watch watch() {
    return machinery.watch();
  }

  @Override
  public synchronized void close() {
    lanes.ifPresent(each -> each.close(CLOSE_NANOS));
  }

  /** What goes to one asker. */
  private final class ToAsker implements Load<Answer> {

    private final Address address;

    ToAsker(String asker) {
      this.address = addressOf(asker);
    }

    @Override
    public CompletionStage<?> send(List<Answer> answers) {
      return wire.request(address, message(answers), PATIENCE);
    }

    @Override
    public int size(Answer answer) {
      return answer.size();
    }

    @Override
    public boolean isAlone(Answer answer) {
      return !hasRoomFor(answer.size());
    }
  }
}
