package io.belfry.transport.zeromq;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import zmq.Msg;

/** The duty connection of a spoke: its services and workers, and what the hub has for them. */
final class SpokeDuty implements Reader.Source {

  private final WireSocket socket;
  private final Duration closeTimeout;
  private final Map<Long, DutyPost> posts = new ConcurrentHashMap<>();
  private Runnable onHearing = () -> {};
  private Consumer<Duty> linkFrames = frame -> {};
  private BooleanSupplier canWait = () -> false;
  private Consumer<Runnable> caller = Runnable::run;

  SpokeDuty(WireSocket socket, Duration closeTimeout) {
    this.socket = socket;
    this.closeTimeout = closeTimeout;
  }

  /**
   * To be called before the first message is read.
   *
   * @param heard is told that the hub has said something
   * @param onLinkFrame takes the frames that are about the link itself
   * @param mayWait whether the calling thread may wait for an answer
   * @param runner runs somebody's code on the reading thread
   */
  void begin(
      Runnable heard,
      Consumer<Duty> onLinkFrame,
      BooleanSupplier mayWait,
      Consumer<Runnable> runner) {
    onHearing = heard;
    linkFrames = onLinkFrame;
    canWait = mayWait;
    caller = runner;
  }

  @Override
  public WireSocket socket() {
    return socket;
  }

  Duration closeTimeout() {
    return closeTimeout;
  }

  void send(byte[] frame) {
    socket.sendBy(System.nanoTime() + closeTimeout.toNanos(), frame);
  }

  void add(DutyPost post) {
    enrol(post);
  }

  /** Makes everything known to a hub that does not know it. */
  void enrolAll() {
    for (DutyPost post : List.copyOf(posts.values())) {
      posts.remove(post.number());
      enrol(post);
    }
  }

  /** Takes a post off; a service first answers what the hub has sent it until then. */
  void leave(DutyPost post) {
    send(Duty.frame(Duty.Kind.LEAVE, post.number()));
    if (post instanceof ServicePost && canWait.getAsBoolean()) {
      await(post.left());
    }
    posts.remove(post.number());
  }

  /** Takes all posts off, and waits for the services together. */
  void closeAll() {
    List<DutyPost> all = List.copyOf(posts.values());
    List<DutyPost> services = all.stream().filter(ServicePost.class::isInstance).toList();
    services.forEach(post -> send(Duty.frame(Duty.Kind.LEAVE, post.number())));
    if (canWait.getAsBoolean()) {
      await(CompletableFuture.allOf(
          services.stream().map(DutyPost::left).toArray(CompletableFuture<?>[]::new)));
    }
    services.forEach(post -> post.left().complete(null));
    all.forEach(DutyPost::close);
  }

  @Override
  public boolean readOne() {
    Msg message = socket.receive();
    if (message == null) {
      return false;
    }
    byte[] frame = message.data();
    try {
      handle(frame);
    } catch (IllegalArgumentException e) {
      Malformed.report("a frame of duty", e);
    }
    return true;
  }

  /** There is nothing more to do for now, so what was done is told. */
  @Override
  public void rest() {
    for (DutyPost post : posts.values()) {
      if (post instanceof WorkerPost worker) {
        worker.reportLate();
      }
    }
  }

  void close() {
    socket.close();
  }

  private void handle(byte[] frame) {
    if (isWork(frame)) {
      if (posts.get(ByteBuffer.wrap(frame).getLong(1)) instanceof WorkerPost worker) {
        worker.take(frame);
      }
      return;
    }
    Duty duty = Duty.parse(frame);
    onHearing.run();
    switch (duty.kind()) {
      case REQUEST, ENROLLED, LEFT -> forPost(duty);
      default -> linkFrames.accept(duty);
    }
  }

  private void forPost(Duty duty) {
    DutyPost post = posts.get(duty.field(0));
    if (post == null) {
      return;
    }
    switch (duty.kind()) {
      case REQUEST -> post.take(duty);
      case ENROLLED -> caller.accept(() -> post.readiness().complete(null));
      default -> caller.accept(() -> post.left().complete(null));
    }
  }

  private void enrol(DutyPost post) {
    long number = Link.newToken();
    posts.put(number, post);
    post.enrol(number);
  }

  private static boolean isWork(byte[] frame) {
    return frame.length >= Duty.Kind.WORK.prefix() && frame[0] == Duty.Kind.WORK.code();
  }

  private void await(CompletableFuture<?> answer) {
    try {
      answer.get(closeTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The hub is gone or slow: what it sends from now on finds nobody, and is answered so.
    }
  }
}
