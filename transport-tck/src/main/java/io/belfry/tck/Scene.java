package io.belfry.tck;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All that one test has on stage. Closing it clears the stage, whatever has gone wrong on it. */
final class Scene implements AutoCloseable {

  private final TestBed bed;
  private final Patience patience;
  private final Deque<Gate> gates = new ConcurrentLinkedDeque<>();
  private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Footprint.testThreads("tck-test"));
  private Optional<Transport> hub = Optional.empty();
  private Optional<Transport> spoke = Optional.empty();

  Scene(TestBed bed, Patience patience) {
    this.bed = bed;
    this.patience = patience;
  }

  TestBed bed() {
    return bed;
  }

  ExecutorService threads() {
    return threads;
  }

  /** The hub, opened at the first call; on a broker, a client like any other. */
  Transport hub() {
    if (hub.isEmpty()) {
      hub = Optional.of(open(Side.HUB, bed.settings(Side.HUB)));
    }
    return hub.get();
  }

  /** The first spoke, opened at the first call, after the hub. */
  Transport spoke() {
    if (spoke.isEmpty()) {
      spoke = Optional.of(newSpoke());
    }
    return spoke.get();
  }

  /** One spoke more. */
  Transport newSpoke() {
    return newSpoke(bed.settings(Side.SPOKE));
  }

  /** One spoke more, with settings of its own. */
  Transport newSpoke(Map<String, String> settings) {
    hub();
    return open(Side.SPOKE, settings);
  }

  /** Opens a transport on either side, and nothing else. */
  Transport open(Side side, Map<String, String> written) {
    TransportProvider provider = bed.provider();
    Settings settings = Settings.of(provider.name(), provider.settings(), written);
    Transport transport = provider.open(settings, side);
    opened.push(transport);
    return transport;
  }

  /** What the spokes depend on: the broker, or the hub. */
  Broker otherSide() {
    return bed.broker().orElse(new HubSwitch());
  }

  /** The threads and sockets of now, without the threads of a broker in this process. */
  Footprint footprint() {
    Optional<Broker> broker = bed.broker();
    return Footprint.now(thread -> broker.filter(its -> its.owns(thread)).isPresent());
  }

  Gate gate() {
    Gate gate = new Gate(patience);
    gates.push(gate);
    return gate;
  }

  Relays relays() {
    Relays relays = new Relays();
    opened.push(relays);
    return relays;
  }

  /** Closes something on another thread, for the case that it hangs. */
  CompletableFuture<Void> closing(AutoCloseable thing) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    threads.execute(() -> {
      try {
        thing.close();
        closed.complete(null);
      } catch (Throwable e) {
        closed.completeExceptionally(e);
      }
    });
    return closed;
  }

  @Override
  public void close() {
    gates.forEach(Gate::open);
    opened.addLast(bed);
    AssertionError failures = new AssertionError("the stage could not be cleared");
    opened.forEach(thing -> closeWithin(thing, failures));
    threads.shutdownNow();
    patience.until("the threads of the test ended", threads::isTerminated);
    if (failures.getSuppressed().length > 0) {
      throw failures;
    }
  }

  /** A close that hangs fails its test, and must not hang the whole run. */
  private void closeWithin(AutoCloseable thing, AssertionError failures) {
    try {
      patience.await(closing(thing));
    } catch (AssertionError e) {
      failures.addSuppressed(e);
    }
  }

  /** Without a broker, the hub is the other side: it is stopped by being closed. */
  private final class HubSwitch implements Broker {
    @Override
    public void stop() {
      hub().close();
    }

    @Override
    public void kill() {
      stop();
    }

    @Override
    public void start() {
      hub = Optional.empty();
      hub();
    }
  }
}
