package io.belfry.transport.mqtt;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import io.belfry.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The connections of a transport, and which filter stands on which. A broker sends a message as
 * often as there are filters on a connection that match it, and some do not say for which; so a
 * filter is put where no other overlaps with it, and if there is no such place, on a connection of
 * its own. Safe for any thread.
 */
final class Lanes {

  private static final Duration EVER = Duration.ofDays(365L * 100);

  private final MqttConfig config;
  private final Executor background;
  private final Lane first;
  private final List<Lane> lanes = new ArrayList<>();
  private int made = 1;
  private boolean isClosed;

  /**
   * Makes lanes, of which none is open yet.
   *
   * @param config the settings
   * @param background runs what may take its time
   * @param onLoss is told when the first connection is lost
   */
  Lanes(MqttConfig config, Executor background, Consumer<TransportException> onLoss) {
    this.config = config;
    this.background = background;
    this.first = new Lane(config, config.clientId(), background, onLoss);
    lanes.add(first);
  }

  /** Runs what may take its time. */
  Executor background() {
    return background;
  }

  /** The lane that is always there, which everything is sent on. */
  Lane first() {
    return first;
  }

  /**
   * Finds or makes a place for a filter.
   *
   * @param wanted the filter
   * @param qos the highest quality of service to be used
   * @param receiver is given the lane, to receive there, before the broker is asked
   * @return the place, to be left once
   */
  synchronized Berth enter(BrokerFilter wanted, int qos, Consumer<Lane> receiver) {
    if (isClosed) {
      throw Failures.closed("The transport");
    }
    for (Lane lane : lanes) {
      Berth serving = lane.serving(wanted).orElse(null);
      if (serving != null) {
        serving.enter();
        receiver.accept(lane);
        return serving;
      }
    }
    Lane lane = lanes.stream()
        .filter(candidate -> candidate.hasRoomFor(wanted))
        .findFirst()
        .orElseGet(this::another);
    receiver.accept(lane);
    Berth berth = lane.moor(wanted, qos);
    berth.enter();
    return berth;
  }

  /** Leaves a place; completes when the broker knows, where it must. */
  synchronized CompletableFuture<Void> leave(Berth berth) {
    if (!berth.leave()) {
      return CompletableFuture.completedFuture(null);
    }
    Lane lane = berth.lane();
    CompletableFuture<Void> left = lane.castOff(berth);
    if (lane != first && lane.isEmpty() && lanes.remove(lane)) {
      left = left.whenComplete((nothing, failure) -> background.execute(lane::close));
    }
    return left;
  }

  /** UP if all are. */
  Health health() {
    Health health = first.connection().health();
    return health.isHealthy()
        ? all().stream()
            .flatMap(lane -> lane.health().stream())
            .filter(other -> other.state() == State.DOWN)
            .findFirst()
            .orElse(health)
        : health;
  }

  /** Takes no more, and hands over what is to be closed. */
  synchronized List<Lane> end() {
    isClosed = true;
    return all();
  }

  private synchronized List<Lane> all() {
    return List.copyOf(lanes);
  }

  private Lane another() {
    made++;
    Lane lane = new Lane(config, config.clientId() + "-" + made, background, why -> {});
    lanes.add(lane);
    background.execute(() -> open(lane));
    return lane;
  }

  private void open(Lane lane) {
    try {
      lane.open(EVER);
    } catch (TransportException e) {
      lane.fail(e);
    }
  }
}
