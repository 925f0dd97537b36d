package io.belfry.packing;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.packing.form.Malformed;
import io.belfry.packing.form.Packs;
import io.belfry.packing.form.Reader;
import io.belfry.transport.Capability;
import io.belfry.transport.Counters;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A worker whose work may come in packs. To the wire, a pack is done when all of it is: so what
 * fails, what exceeds the prefetch, and what is not begun when the worker leaves goes back to the
 * queue, each by itself, before the pack counts as done.
 */
final class PackedWorker implements Leaving.Holder, WorkHandler {

  private static final Logger LOG = System.getLogger(PackedWorker.class.getName());

  private final Transport wire;
  private final Address queue;
  private final int prefetch;
  private final WorkHandler handler;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong putAside = new AtomicLong();
  private volatile Optional<Subscription> own = Optional.empty();
  private volatile Runnable afterClose = () -> {};
  private volatile boolean closed;

  private PackedWorker(Transport wire, Address queue, int prefetch, WorkHandler handler) {
    this.wire = wire;
    this.queue = queue;
    this.prefetch = prefetch;
    this.handler = handler;
  }

  static PackedWorker begin(
      Transport wire, Address queue, int prefetch, int portion, WorkHandler handler) {
    PackedWorker worker = new PackedWorker(wire, queue, prefetch, handler);
    PullOptions packs = new PullOptions(Math.max(1, prefetch / portion));
    worker.own = Optional.of(wire.pull(queue, packs, worker));
    return worker;
  }

  @Override
  public void onWork(Message work) throws Exception {
    if (!Packs.isPack(work)) {
      received.incrementAndGet();
      handler.onWork(work);
      return;
    }
    List<Message> pack;
    try {
      pack = Reader.messages(work);
    } catch (Malformed e) {
      putAside.incrementAndGet();
      LOG.log(Level.WARNING, "In queue {0}: {1}", queue, e.getMessage());
      return;
    }
    workOn(pack);
  }

  private void workOn(List<Message> pack) throws Exception {
    int kept = Math.min(prefetch, pack.size());
    List<CompletionStage<Void>> returned = new ArrayList<>();
    giveBack(pack.subList(kept, pack.size()), returned);
    for (int i = 0; i < kept; i++) {
      if (closed) {
        giveBack(pack.subList(i, kept), returned);
        break;
      }
      if (!hasDone(pack.get(i)) && wire.capabilities().has(Capability.REDELIVERY)) {
        giveBack(pack.subList(i, i + 1), returned);
      }
    }
    if (!returned.isEmpty()) {
      CompletableFuture.allOf(returned.stream()
              .map(CompletionStage::toCompletableFuture)
              .toArray(CompletableFuture[]::new))
          .get(); // If some can't go back, all of it is to be delivered again.
    }
  }

  private boolean hasDone(Message work) {
    received.incrementAndGet();
    try {
      handler.onWork(work);
      return true;
    } catch (Throwable e) { // An Error, too: it is no business of the others in the pack.
      failed.incrementAndGet();
      LOG.log(Level.WARNING, "The handler of queue " + queue + " failed", e);
      return false;
    } finally {
      Thread.interrupted(); // What one call leaves behind must not trouble the next.
    }
  }

  private void giveBack(List<Message> work, List<CompletionStage<Void>> returned) {
    work.forEach(each -> returned.add(wire.push(queue, each)));
  }

  @Override
  public CompletionStage<Void> ready() {
    return own.orElseThrow().ready();
  }

  @Override
  public Counters counters() {
    Counters its = own.orElseThrow().counters();
    return new Counters(
        received.get(),
        its.failed() + failed.get(),
        its.dropped(),
        its.filtered() + putAside.get());
  }

  @Override
  public void onClosed(Runnable then) {
    afterClose = then;
  }

  @Override
  public void close() {
    closed = true;
    own.orElseThrow().close();
    afterClose.run();
  }
}
