package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.WorkHandler;
import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Inbox;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The pipeline: work is published, and the workers of a queue share a subscription to it. */
final class Workers implements AutoCloseable {

  private static final long AGAIN_MILLIS = 250;

  private final MqttConfig config;
  private final Names names;
  private final Outlet outlet;
  private final Habits habits;
  private final Courier courier;
  private final Executor background;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();

  /**
   * Makes a pipeline without workers.
   *
   * @param config the settings
   * @param lanes the first sends the work
   * @param courier tells what has become of the work, and has threads for what may take its time
   */
  Workers(MqttConfig config, Lanes lanes, Courier courier) {
    this.config = config;
    this.names = new Names(config.prefix());
    this.outlet = new Outlet(lanes.first().connection());
    this.courier = courier;
    this.background = courier.threads();
    this.habits = new Habits(config, lanes, outlet, background);
    this.clock = new ScheduledThreadPoolExecutor(1, Workers::daemon);
  }

  /** See {@link io.belfry.transport.Pipeline#push}; the work has been found admissible. */
  CompletionStage<Void> push(Address queue, Message work) {
    Acceptance acceptance = new Acceptance(courier, code -> refusal(queue, code));
    outlet.send(names.queue(queue), Codec.encode(work, 1), acceptance);
    return acceptance;
  }

  /** Not every broker tells that nobody pulls. */
  private static @Nullable TransportException refusal(Address queue, int code) {
    if (code == Failures.NO_SUBSCRIBERS) {
      return new TransportException(
          Category.REFUSED,
          "Nobody pulls from '" + queue + "', and MQTT does not store work; start a worker.");
    }
    return code < Failures.FIRST_FAILURE
        ? null
        : Failures.refused("to push to '" + queue + "'", code);
  }

  /** See {@link io.belfry.transport.Pipeline#pull}. */
  Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    String id = config.clientId() + "-worker-" + number.incrementAndGet();
    Worker worker = new Worker(id, queue, options, handler, this, workers::remove);
    if (workers.isEmpty() && clock.getTaskCount() == 0) {
      var unused = clock.scheduleWithFixedDelay(
          () -> workers.forEach(Worker::again), AGAIN_MILLIS, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
    workers.add(worker);
    worker.begin(background);
    return worker;
  }

  /** What is wrong with the connections of the workers, if anything. */
  Optional<Health> trouble() {
    return workers.stream()
        .map(Worker::health)
        .filter(health -> health.state() == State.DOWN)
        .findFirst();
  }

  /** Ends all workers, at the same time. */
  @Override
  public void close() {
    CompletableFuture<?>[] closings = workers.stream()
        .map(worker -> CompletableFuture.runAsync(worker::close, background))
        .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(closings).join();
    clock.shutdownNow();
  }

  MqttConfig config() {
    return config;
  }

  Habits habits() {
    return habits;
  }

  Executor background() {
    return background;
  }

  Desk desk(Habit habit, String id, Address queue, PullOptions options, Inbox<Piece> inbox) {
    Wires wires = Wires.of(names, queue, id);
    return switch (habit) {
      case RETURNS -> new ReturningDesk(wires, inbox, config.closeTimeout());
      case KEEPS ->
        new KeepingDesk(id, wires, names, outlet, inbox, options.prefetch(), config.closeTimeout());
    };
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "belfry-mqtt-workers-clock");
    thread.setDaemon(true);
    return thread;
  }
}
