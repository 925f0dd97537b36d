package io.belfry.server.worker;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.service.ServiceException;
import io.belfry.service.protocol.Work;
import io.belfry.service.protocol.WorkCodec;
import io.belfry.service.protocol.WorkReport;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Delivers what servers hand out, and tells them what became of it. It keeps nothing: what it has
 * not told is done again, by whomever.
 */
public final class Worker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Worker.class.getName());

  /** One that is being delivered; what waits, waits for whoever is free. */
  private static final PullOptions ONE = new PullOptions(1);

  private final Transport transport;
  private final Notifier notifier;
  private final WorkKey key;
  private final List<Subscription> hands = new ArrayList<>();

  private Worker(Transport transport, Notifier notifier, WorkKey key) {
    this.transport = transport;
    this.notifier = notifier;
    this.key = key;
  }

  /**
   * Begins to work: on as many notices at once as the notifier can have under way.
   *
   * @param transport the way to the servers; it stays open when this is closed
   * @param notifier delivers; it stays open, too
   * @param key what servers and workers share
   * @return the worker
   */
  public static Worker start(Transport transport, Notifier notifier, WorkKey key) {
    Worker worker = new Worker(transport, notifier, key);
    for (int i = 0; i < notifier.parallel(); i++) {
      worker.hands.add(transport.pull(Queues.WORK, ONE, worker::work));
    }
    worker.hands.forEach(hand -> hand.ready().toCompletableFuture().join());
    return worker;
  }

  /** Takes no more; what is under way comes to its end, within the transport's close time-out. */
  @Override
  public void close() {
    hands.forEach(Subscription::close);
  }

  private void work(Message message) throws InterruptedException {
    Optional<Payload> payload = key.opened(Queues.FOR_WORK, message);
    if (payload.isEmpty()) {
      LOG.log(Level.WARNING, "Work was not sealed with the key of this worker's servers");
      return;
    }
    Work work;
    try {
      work = WorkCodec.work(payload.get());
    } catch (ServiceException e) {
      LOG.log(Level.WARNING, "Work could not be read: {0}", e.getMessage());
      return;
    }
    if (Instant.now().isBefore(work.until())) { // Else somebody else may be at it.
      report(work, outcomes(work));
    }
  }

  private List<Outcome> outcomes(Work work) throws InterruptedException {
    try {
      return notifier.deliver(work.notice()).toCompletableFuture().get();
    } catch (ExecutionException e) {
      Outcome failed = Outcome.unavailable("The notifier has failed: " + e.getCause());
      return work.notice().recipients().stream().map(recipient -> failed).toList();
    }
  }

  private void report(Work work, List<Outcome> outcomes) {
    WorkCodec.encode(
            new WorkReport(work.id(), outcomes), transport.capabilities().maxPayload())
        .ifPresent(payload -> transport
            .push(work.replyTo(), key.sealed(Queues.FOR_REPORTS, payload))
            .whenComplete((sent, failure) -> {
              if (failure != null) {
                LOG.log(Level.WARNING, "A report is lost: {0}", failure.getMessage());
              }
            }));
  }
}
