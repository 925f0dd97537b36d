package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Receiver;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Many clients on one thread. */
public final class Crowd implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  /** So many arrive at once: a server's queue for those who knock is not long. */
  private static final int AT_THE_DOOR = 32;

  private final Way way;
  private final int port;
  private final int count;
  private final Receiver receiver;
  private final Selector selector;
  private final List<Guest> guests = new ArrayList<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run, "crowd");
  private int arrived;
  private volatile boolean isClosed;

  private Crowd(Way way, int port, int count, Receiver receiver) throws IOException {
    this.way = way;
    this.port = port;
    this.count = count;
    this.receiver = receiver;
    this.selector = Selector.open();
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Has them come, and waits until all that is published reaches all of them.
   *
   * @param way how
   * @param port where the server is
   * @param count how many
   * @param receiver is told what they get
   * @throws BreakdownException if they are not let in
   */
  public static Crowd open(Way way, int port, int count, Receiver receiver) {
    Crowd crowd;
    try {
      crowd = new Crowd(way, port, count, receiver);
    } catch (IOException e) {
      throw new BreakdownException(e);
    }
    try {
      crowd.ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      return crowd;
    } catch (CompletionException e) {
      crowd.close();
      throw BreakdownException.from(e);
    }
  }

  /**
   * Complains if one of them has left.
   *
   * @throws BreakdownException that says why
   */
  public void requireAll() {
    if (ended.isCompletedExceptionally()) {
      awaitEnd();
    }
  }

  /**
   * Waits until they are sent away, or one of them has left.
   *
   * @throws BreakdownException that says why it has
   */
  public void awaitEnd() {
    try {
      ended.join();
    } catch (CompletionException e) {
      throw BreakdownException.from(e);
    }
  }

  private void run() {
    try {
      while (!isClosed) {
        admit();
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          serve((Guest) key.attachment());
        }
        selector.selectedKeys().clear();
      }
      ended.complete(null);
    } catch (IOException | RuntimeException e) {
      ended.completeExceptionally(e);
      ready.completeExceptionally(e);
    }
  }

  private void admit() throws IOException {
    while (guests.size() < count && guests.size() - arrived < AT_THE_DOOR) {
      Guest guest = way.guest(new Place(port), guests.size(), receiver);
      guests.add(guest);
      guest.place().register(selector, guest);
      guest.begin();
    }
  }

  private void serve(Guest guest) throws IOException {
    boolean wasThere = guest.isThere();
    guest.place().receive(guest);
    if (!wasThere && guest.isThere()) {
      arrived++;
      if (arrived == count) {
        ready.complete(null);
      }
    }
  }

  /** All leave. */
  @Override
  public void close() {
    isClosed = true;
    selector.wakeup();
    try {
      thread.join();
      for (Guest guest : guests) {
        guest.place().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new BreakdownException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
