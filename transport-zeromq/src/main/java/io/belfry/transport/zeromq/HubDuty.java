package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.zeromq.Duty.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * The duty connections of the spokes: who is there, what they serve and pull, and when they are
 * gone. For the reading thread alone.
 */
final class HubDuty implements Reader.Source {

  private static final long PROBE_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long PROBE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Probe(Peer peer, long since) {}

  private final WireSocket socket;
  private final Services services;
  private final WorkQueues queues;
  private final long heartbeat;
  private final long timeout;
  private final long hubId = Link.newToken();
  private final Map<Peer, SpokeRecord> spokes = new HashMap<>();
  private final Map<Long, Probe> probes = new HashMap<>();
  private LongPredicate hasArrived = token -> false;
  private BiConsumer<Route, Outcome> replies = (route, outcome) -> {};
  private LongConsumer tickBy = time -> {};

  HubDuty(
      WireSocket socket,
      Services services,
      WorkQueues queues,
      Duration heartbeat,
      Duration timeout) {
    this.socket = socket;
    this.services = services;
    this.queues = queues;
    this.heartbeat = heartbeat.toNanos();
    this.timeout = timeout.toNanos();
  }

  /**
   * To be called before the first message is read.
   *
   * @param arrivals whether a token has arrived as a subscription
   * @param onReply takes the reply of a spoke's service
   * @param ticker has {@link #tick} called by the given time
   */
  void begin(LongPredicate arrivals, BiConsumer<Route, Outcome> onReply, LongConsumer ticker) {
    hasArrived = arrivals;
    replies = onReply;
    tickBy = ticker;
  }

  @Override
  public WireSocket socket() {
    return socket;
  }

  @Override
  public boolean readOne() {
    List<byte[]> frames = socket.receiveAll();
    if (frames.size() == 2) {
      try {
        handle(new Peer(frames.get(0)), Duty.parse(frames.get(1)));
      } catch (IllegalArgumentException e) {
        Malformed.report("a frame of duty", e);
      }
    }
    return !frames.isEmpty();
  }

  /** A spoke has been heard on the way of publications: it is told so. */
  void greeted(long spokeId, long token) {
    for (SpokeRecord spoke : spokes.values()) {
      if (spoke.id() == spokeId) {
        socket.sendTo(spoke.peer(), Duty.frame(Kind.ARRIVED, token));
      }
    }
  }

  /**
   * Does what is due.
   *
   * @param late for how many nanoseconds nobody could be heard, since nobody read
   * @return the nanoseconds until it is to be called again
   */
  long tick(long late) {
    long now = System.nanoTime();
    for (SpokeRecord spoke : List.copyOf(spokes.values())) {
      spoke.heldUp(late, now);
      if (now - spoke.lastHeard() > timeout) {
        forget(spoke);
      } else if (now - spoke.lastWelcomed() > 2 * heartbeat) {
        welcome(spoke, false); // Its greeting waits behind what holds up reading, if not elsewhere.
      }
    }
    probes
        .entrySet()
        .removeIf(entry -> isAnswered(entry.getValue().peer(), entry.getKey())
            || now - entry.getValue().since() > PROBE_LIMIT_NANOS);
    return probes.isEmpty() ? heartbeat : PROBE_RETRY_NANOS;
  }

  Collection<SpokeRecord> spokes() {
    return spokes.values();
  }

  void close() {
    socket.close();
  }

  private void handle(Peer peer, Duty frame) {
    if (frame.kind() == Kind.HELLO) {
      hello(peer, frame);
      return;
    }
    SpokeRecord spoke = spokes.get(peer);
    if (spoke == null) {
      return;
    }
    spoke.heard();
    switch (frame.kind()) {
      case PROBE -> probe(peer, frame.field(0));
      case SERVE -> {
        spoke.serve(frame.field(0), new Address(frame.name()).name(), services);
        socket.sendTo(peer, Duty.frame(Kind.ENROLLED, frame.field(0)));
      }
      case PULL -> {
        socket.sendTo(peer, Duty.frame(Kind.ENROLLED, frame.field(0)));
        WorkQueue queue = queues.named(new Address(frame.name()).name());
        spoke.pull(frame.field(0), (int) Math.min(Integer.MAX_VALUE, frame.field(1)), queue);
      }
      case LEAVE -> {
        spoke.leave(frame.field(0), services);
        socket.sendTo(peer, Duty.frame(Kind.LEFT, frame.field(0)));
      }
      case DONE -> spoke.done(frame.field(0), frame.field(1));
      case FAILED -> spoke.failed(frame.field(0));
      case REPLY -> reply(frame);
      default -> throw new IllegalArgumentException("A hub has no use for " + frame.kind());
    }
  }

  private void hello(Peer peer, Duty frame) {
    SpokeRecord spoke = spokes.get(peer);
    boolean isNew = spoke == null;
    if (spoke == null) {
      List.copyOf(spokes.values()).stream()
          .filter(old -> old.id() == frame.field(0))
          .forEach(this::forget);
      spoke = new SpokeRecord(frame.field(0), peer, socket);
      spokes.put(peer, spoke);
    }
    spoke.heard();
    welcome(spoke, isNew);
  }

  private void welcome(SpokeRecord spoke, boolean isNew) {
    spoke.welcomed();
    socket.sendTo(spoke.peer(), Duty.frame(Kind.WELCOME, hubId, Duty.VERSION, isNew ? 1 : 0));
  }

  private void forget(SpokeRecord spoke) {
    spokes.remove(spoke.peer());
    spoke.leaveAll(services);
  }

  /** A token takes another way than the question for it, and may come later. */
  private void probe(Peer peer, long token) {
    if (!isAnswered(peer, token)) {
      long now = System.nanoTime();
      probes.put(token, new Probe(peer, now));
      tickBy.accept(now + PROBE_RETRY_NANOS);
    }
  }

  private boolean isAnswered(Peer peer, long token) {
    boolean arrived = hasArrived.test(token);
    if (arrived) {
      socket.sendTo(peer, Duty.frame(Kind.ARRIVED, token));
    }
    return arrived;
  }

  private void reply(Duty frame) {
    int routeEnd = frame.routeEnd(0);
    Route route = Route.parse(frame.rest(), frame.restAt(), routeEnd);
    replies.accept(route, OutcomeFrame.parse(frame.rest(), routeEnd));
  }
}
