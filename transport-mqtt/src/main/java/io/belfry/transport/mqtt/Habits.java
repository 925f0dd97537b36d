package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What is known of the {@link Habit} of a transport's broker: nothing, before the first worker. */
final class Habits {

  private final MqttConfig config;
  private final Lanes lanes;
  private final Outlet outlet;
  private final Executor later;
  private Optional<Habit> known = Optional.empty();

  Habits(MqttConfig config, Lanes lanes, Outlet outlet, Executor later) {
    this.config = config;
    this.lanes = lanes;
    this.outlet = outlet;
    this.later = later;
  }

  /**
   * Tells the broker's habit, and finds it out the first time. Blocks, for a bounded time.
   *
   * @throws TransportException if the broker does not play along
   */
  synchronized Habit learn() {
    if (known.isEmpty()) {
      known = Optional.of(new Trial(config, lanes, outlet).run(later));
    }
    return known.get();
  }
}
