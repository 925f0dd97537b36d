package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.PendingReplies;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import zmq.Msg;

/** What a spoke asks of the hub: requests, and the acceptance of work. */
final class SpokeCalls implements Reader.Source {

  /** What stands behind the token in a call's frame. */
  enum Kind {
    HELLO(0),
    REQUEST(1),
    PUSH(2);

    static final int PREFIX = Long.BYTES + 1;

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    static Kind of(byte code) {
      return switch (code) {
        case 0 -> HELLO;
        case 1 -> REQUEST;
        case 2 -> PUSH;
        default -> throw new IllegalArgumentException("A call of no known kind.");
      };
    }
  }

  private static final byte[] NO_NAME = new byte[0];
  private static final int MAX_OUTSTANDING = 100_000;
  private static final long PAUSE_NANOS = 50_000;
  private static final long FAR_NANOS = TimeUnit.HOURS.toNanos(1);

  private final WireSocket socket;
  private final Reader reader;
  private final long sendTimeout;
  private final PendingReplies pending = new PendingReplies(Runnable::run);
  private Runnable helloAnswered = () -> {};
  private volatile long helloToken = Link.newToken();

  SpokeCalls(WireSocket socket, Reader reader, Duration sendTimeout) {
    this.socket = socket;
    this.reader = reader;
    this.sendTimeout = sendTimeout.toNanos();
  }

  /** To be called before the first message is read. */
  void begin(Runnable onHello) {
    helloAnswered = onHello;
  }

  @Override
  public WireSocket socket() {
    return socket;
  }

  CompletableFuture<Message> call(Kind kind, Address address, Message message, Duration deadline) {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    long now = System.nanoTime();
    byte[] name = address.name().getBytes(StandardCharsets.UTF_8);
    byte[] frame = Frames.encode(Kind.PREFIX, name, message);
    long token = pending.add(address, reply, deadline);
    fill(frame, kind, token);
    if (!awaitRoom(now) || !socket.sendBy(now + sendTimeout, frame)) {
      pending.fail(
          token, socket.isClosed() ? Failures.closed("The transport") : Failures.noRoom("a call"));
    }
    reader.tickBy(now + Math.min(FAR_NANOS, TimeUnit.NANOSECONDS.convert(deadline)));
    return reply;
  }

  /** Says hello. */
  void probe() {
    byte[] frame = Frames.encode(Kind.PREFIX, NO_NAME, Outcome.DONE.message());
    fill(frame, Kind.HELLO, helloToken);
    socket.send(frame);
  }

  @Override
  public boolean isDialogue() {
    return true;
  }

  @Override
  public boolean readOne() {
    Msg message = socket.receive();
    if (message == null) {
      return false;
    }
    byte[] frame = message.data();
    try {
      long token = ByteBuffer.wrap(frame).getLong();
      complete(token, OutcomeFrame.parse(frame, Long.BYTES));
    } catch (IllegalArgumentException e) {
      Malformed.report("a reply", e);
    } catch (BufferUnderflowException e) {
      Malformed.report("a reply", new IllegalArgumentException("It has no token.", e));
    }
    return true;
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

  /** Answers to earlier hellos count no more: the connection was lost. */
  void renewHello() {
    helloToken = Link.newToken();
  }

  void failAll(TransportException failure) {
    pending.failAll(failure);
  }

  void close() {
    socket.close();
  }

  private void complete(long token, Outcome outcome) {
    if (token == helloToken) {
      helloAnswered.run();
      return;
    }
    long call = reader.enter();
    try {
      if (outcome.isOk()) {
        pending.complete(token, outcome.message());
      } else {
        pending.fail(token, outcome.exception());
      }
    } finally {
      reader.exit(call);
    }
  }

  private boolean awaitRoom(long since) {
    while (pending.size() > MAX_OUTSTANDING) {
      if (System.nanoTime() - since > sendTimeout) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  private static void fill(byte[] frame, Kind kind, long token) {
    ByteBuffer.wrap(frame).putLong(token).put(kind.code);
  }
}
