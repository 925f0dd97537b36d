package io.belfry.transport.zeromq;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What a spoke knows of its hub. A connection counts as good when it has been answered, never
 * because the library says that it is connected: the link is up when each of its channels has
 * proven itself, and down when the hub has been silent for too long or is another than before.
 *
 * <p>All but {@link #isUp} and {@link #health} is for the reading thread alone.
 */
final class Link {

  /** The ways between spoke and hub that must be proven one by one. */
  enum Channel {
    DUTY,
    CALLS,
    EVENTS,
    PUBLICATIONS
  }

  /** What the link has others do. */
  interface Actions {
    /** Says hello on the duty channel. */
    void greet();

    /** Sends something that the hub will answer. */
    void probe(Channel channel);

    /** Connects anew: the present connection may be one that the network has forgotten. */
    void reconnect(Channel channel);

    /** The hub does not know this spoke yet, or no longer: enrol everything. */
    void enrol();

    /** The connection is lost, and with it whatever was on its way. */
    void lost();
  }

  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private final Endpoints hub;
  private final long heartbeat;
  private final long timeout;
  private final Actions actions;
  private final CompletableFuture<Void> firstUp = new CompletableFuture<>();
  private final Set<Channel> proven = EnumSet.noneOf(Channel.class);
  private long hubId;
  private long lastHeard;
  private long lastGreeted;
  private long lastConnected = System.nanoTime();
  private volatile State state = State.DOWN;

  Link(ZeroMqConfig config, Actions actions) {
    this.hub = config.endpoints();
    this.heartbeat = config.heartbeat().toNanos();
    this.timeout = config.heartbeatTimeout().toNanos();
    this.actions = actions;
  }

  boolean isUp() {
    return state == State.UP;
  }

  CompletableFuture<Void> firstUp() {
    return firstUp;
  }

  Health health() {
    return switch (state) {
      case UP -> new Health(State.UP, "The hub at " + hub + " answers.");
      case CLOSED -> new Health(State.CLOSED, "The transport is closed.");
      default -> new Health(state, "The hub at " + hub + " does not answer; trying again.");
    };
  }

  void close() {
    state = State.CLOSED;
    firstUp.completeExceptionally(Failures.closed("The transport"));
  }

  /**
   * Does what is due.
   *
   * @param late for how many nanoseconds nobody could be heard, since nobody read
   * @return the nanoseconds until it is to be called again
   */
  long tick(long late) {
    long now = System.nanoTime();
    lastHeard = Math.min(now, lastHeard + late);
    if (isUp() && now - lastHeard > timeout) {
      down();
    }
    if (!isUp() && now - lastConnected > timeout) {
      lastConnected = now;
      EnumSet.complementOf(EnumSet.copyOf(proven)).forEach(actions::reconnect);
    }
    long pause = isUp() ? heartbeat : RETRY_NANOS;
    if (now - lastGreeted >= pause) {
      lastGreeted = now;
      actions.greet();
      probeRest();
    }
    return Math.max(1, lastGreeted + pause - now);
  }

  /** The hub has said something. */
  void heard() {
    lastHeard = System.nanoTime();
  }

  /** The hub has answered the greeting. */
  void welcomed(long id, boolean isNew) {
    if (isNew || id != hubId) {
      hubId = id;
      down();
      actions.enrol();
    }
    prove(Channel.DUTY);
  }

  /** A channel has been answered. */
  void prove(Channel channel) {
    boolean isFirst = proven.add(channel);
    if (isFirst && channel == Channel.DUTY) {
      probeRest();
    }
    if (proven.size() == Channel.values().length && state == State.DOWN) {
      state = State.UP;
      firstUp.complete(null);
    }
  }

  private void down() {
    boolean wasUp = isUp();
    proven.clear();
    if (state != State.CLOSED) {
      state = State.DOWN;
    }
    if (wasUp) {
      lastConnected = lastHeard;
      actions.lost();
    }
  }

  private void probeRest() {
    if (proven.contains(Channel.DUTY)) {
      EnumSet.complementOf(EnumSet.copyOf(proven)).forEach(actions::probe);
    }
  }

  /** A number that means nothing to anybody else. */
  static long newToken() {
    return ThreadLocalRandom.current().nextLong();
  }
}
