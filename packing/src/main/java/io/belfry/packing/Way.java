package io.belfry.packing;

import io.belfry.message.Message;
import io.belfry.packing.lane.Lane;
import io.belfry.packing.lane.Lanes;
import io.belfry.packing.lane.Limits;
import io.belfry.transport.delivery.Courier;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How messages of one pattern leave: each by itself, or with what gathers.
 *
 * @param <K> a destination
 */
final class Way<K> {

  /**
   * Puts one message on the wire.
   *
   * @param <K> a destination
   */
  @FunctionalInterface
  interface Wire<K> {
    CompletionStage<Void> send(K to, Message message);
  }

  private static final CompletionStage<Void> LOST = CompletableFuture.completedStage(null);

  private final Wire<K> wire;
  private final Optional<Lanes<K, Message>> lanes;

  private Way(Wire<K> wire, Optional<Lanes<K, Message>> lanes) {
    this.wire = wire;
    this.lanes = lanes;
  }

  static <K> Way<K> plain(Wire<K> wire) {
    return new Way<>(wire, Optional.empty());
  }

  static <K> Way<K> packing(Wire<K> wire, Limits limits, Courier courier) {
    return new Way<>(
        wire,
        Optional.of(
            new Lanes<>(to -> new PlainLoad(message -> wire.send(to, message)), limits, courier)));
  }

  CompletionStage<Void> send(K to, Message message) {
    if (lanes.isEmpty()) {
      return wire.send(to, message);
    }
    Lane<Message> lane = lanes.get().to(to);
    return lane.isMyTurn() ? sendAlone(lane, to, message) : lane.add(message);
  }

  private CompletionStage<Void> sendAlone(Lane<Message> lane, K to, Message message) {
    CompletionStage<Void> arrival = LOST;
    try {
      arrival = wire.send(to, message);
      return arrival;
    } finally {
      lane.sent(arrival);
    }
  }

  /** Takes nothing more; what has not left in time fails. */
  void close(long nanos) {
    lanes.ifPresent(each -> each.close(nanos));
  }
}
