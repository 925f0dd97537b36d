package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.PendingReplies;
import io.belfry.transport.zeromq.SpokeCalls.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The calls that come to the hub, from spokes and plain REQ sockets, and the hub's own. */
final class HubCalls implements Reader.Source {

  private static final byte[] EMPTY = new byte[0];
  private static final int SPOKE_FRAMES = 2;
  private static final int PLAIN_FRAMES = 3;
  private static final long FAR_NANOS = TimeUnit.HOURS.toNanos(1);

  private final WireSocket socket;
  private final Reader reader;
  private final Services services;
  private final WorkQueues queues;
  private final PendingReplies pending = new PendingReplies(Runnable::run);

  HubCalls(WireSocket socket, Reader reader, Services services, WorkQueues queues) {
    this.socket = socket;
    this.reader = reader;
    this.services = services;
    this.queues = queues;
  }

  @Override
  public WireSocket socket() {
    return socket;
  }

  /** A request of the hub itself. Local handlers run on the reading thread, so it begins there. */
  CompletableFuture<Message> request(Address service, Message request, Duration deadline) {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    long token = pending.add(service, reply, deadline);
    byte[] frame = Frames.encode(0, service.name().getBytes(StandardCharsets.UTF_8), request);
    reader.execute(() -> dispatch(Route.toHub(token), frame, 0));
    long nanos = Math.min(FAR_NANOS, TimeUnit.NANOSECONDS.convert(deadline));
    reader.tickBy(System.nanoTime() + nanos);
    return reply;
  }

  @Override
  public boolean isDialogue() {
    return true;
  }

  @Override
  public boolean readOne() {
    List<byte[]> frames = socket.receiveAll();
    if (frames.isEmpty()) {
      return false;
    }
    try {
      if (frames.size() == SPOKE_FRAMES) {
        fromSpoke(new Peer(frames.get(0)), frames.get(1));
      } else if (frames.size() == PLAIN_FRAMES && frames.get(1).length == 0) {
        dispatch(new Route(Route.Kind.PLAIN, new Peer(frames.get(0)), 0), frames.get(2), 0);
      }
    } catch (IllegalArgumentException e) {
      Malformed.report("a call", e);
    }
    return true;
  }

  /** Brings an outcome back to whoever asked. */
  void reply(Route route, Outcome outcome) {
    switch (route.kind()) {
      case HUB -> complete(route.token(), outcome);
      case SPOKE -> {
        byte[] frame = OutcomeFrame.encode(outcome, Long.BYTES);
        ByteBuffer.wrap(frame).putLong(route.token());
        socket.sendTo(route.peer(), frame);
      }
      default -> socket.sendTo(route.peer(), List.of(EMPTY, OutcomeFrame.encode(outcome, 0)));
    }
  }

  /** Fails what is past its deadline; returns the nanoseconds until the next one is. */
  long expire() {
    long call = reader.enter();
    try {
      return pending.expire();
    } finally {
      reader.exit(call);
    }
  }

  void close() {
    socket.close();
    pending.failAll(Failures.closed("The transport"));
  }

  private void fromSpoke(Peer peer, byte[] frame) {
    if (frame.length < Kind.PREFIX) {
      throw new IllegalArgumentException("It ends before its kind.");
    }
    Route route = new Route(Route.Kind.SPOKE, peer, ByteBuffer.wrap(frame).getLong());
    switch (Kind.of(frame[Long.BYTES])) {
      case HELLO -> reply(route, Outcome.DONE);
      case PUSH -> reply(route, accept(frame));
      default -> dispatch(route, frame, Kind.PREFIX);
    }
  }

  private void dispatch(Route route, byte[] frame, int nameAt) {
    services.dispatch(route, frame, nameAt).ifPresent(failure -> reply(route, failure));
  }

  private Outcome accept(byte[] frame) {
    int end = Frames.nameEnd(frame, Kind.PREFIX);
    String queue = Frames.name(frame, Kind.PREFIX, end);
    Frames.message(frame, end);
    return queues.named(queue).offer(Work.of(frame, Kind.PREFIX))
        ? Outcome.DONE
        : Outcome.failure(Category.REFUSED, "The queue '" + queue + "' is full; try later.");
  }

  private void complete(long token, Outcome outcome) {
    reader.call(() -> {
      if (outcome.isOk()) {
        pending.complete(token, outcome.message());
      } else {
        pending.fail(token, outcome.exception());
      }
    });
  }
}
