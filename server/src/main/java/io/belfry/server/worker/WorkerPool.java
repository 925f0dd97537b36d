package io.belfry.server.worker;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.service.ServiceException;
import io.belfry.service.protocol.Work;
import io.belfry.service.protocol.WorkCodec;
import io.belfry.service.protocol.WorkReport;
import io.belfry.transport.Capability;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A notifier that has workers deliver, over the pipeline of a transport. Work of which nobody tells
 * anything for some time may be done or not; it comes back as {@link Outcome#unavailable}.
 */
public final class WorkerPool implements Notifier {

  private static final Logger LOG = System.getLogger(WorkerPool.class.getName());

  private final Transport transport;
  private final WorkKey key;
  private final Address replyTo;
  private final Duration patience;
  private final int parallel;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();
  private final Subscription reports;
  private volatile boolean closed;

  private record Pending(Notice notice, CompletableFuture<List<Outcome>> outcomes) {}

  private WorkerPool(
      Transport transport, Address server, WorkKey key, Duration patience, int parallel) {
    this.transport = transport;
    this.key = key;
    this.replyTo = Queues.reports(server);
    this.patience = patience;
    this.parallel = parallel;
    this.reports = transport.pull(replyTo, this::report);
  }

  /**
   * Begins to listen for reports.
   *
   * @param transport the way to the workers; it stays open when this is closed
   * @param server the name of this server, which no other has
   * @param key what servers and workers share
   * @param patience how long a report is waited for: longer than a worker's longest mail takes, and
   *     than work waits for its turn
   * @param parallel how many notices can be with workers
   * @return the pool
   */
  public static WorkerPool open(
      Transport transport, Address server, WorkKey key, Duration patience, int parallel) {
    return new WorkerPool(transport, server, key, patience, parallel);
  }

  @Override
  public int parallel() {
    return parallel;
  }

  @Override
  public CompletionStage<List<Outcome>> deliver(Notice notice) {
    String id = UUID.randomUUID().toString();
    Work work = new Work(id, replyTo, Instant.now().plus(patience), notice);
    Optional<Payload> payload = WorkCodec.encode(work, transport.capabilities().maxPayload());
    if (payload.isEmpty()) {
      return CompletableFuture.completedStage(
          all(notice, Outcome.never("The notice is larger than a message to a worker can be.")));
    }
    CompletableFuture<List<Outcome>> outcomes = new CompletableFuture<>();
    pending.put(id, new Pending(notice, outcomes));
    outcomes.completeOnTimeout(
        all(notice, Outcome.unavailable("No worker has told what became of it; is one running?")),
        patience.toMillis(),
        TimeUnit.MILLISECONDS);
    var unused = outcomes.whenComplete((done, failure) -> pending.remove(id));
    push(id, payload.get());
    if (closed) {
      giveUp();
    }
    return outcomes;
  }

  @Override
  public void close() {
    closed = true;
    reports.close();
    giveUp();
  }

  private void push(String id, Payload payload) {
    Message sealed = key.sealed(Queues.FOR_WORK, payload);
    Message message =
        transport.capabilities().has(Capability.EXPIRY) ? sealed.withExpiry(patience) : sealed;
    transport.push(Queues.WORK, message).whenComplete((sent, failure) -> {
      if (failure != null) {
        complete(id, Outcome.unavailable("No work can be given to workers: " + reason(failure)));
      }
    });
  }

  private void giveUp() {
    pending.keySet().forEach(id -> complete(id, Outcome.unavailable("The pool is closed.")));
  }

  private void complete(String id, Outcome outcome) {
    Pending known = pending.get(id);
    if (known != null) {
      known.outcomes().complete(all(known.notice(), outcome));
    }
  }

  private void report(Message message) {
    Optional<Payload> payload = key.opened(Queues.FOR_REPORTS, message);
    if (payload.isEmpty()) {
      LOG.log(Level.WARNING, "A report was not sealed with the key of this server's workers");
      return;
    }
    try {
      WorkReport report = WorkCodec.report(payload.get());
      Pending known = pending.get(report.id());
      // Others are of an earlier life, or too late.
      if (known != null
          && report.outcomes().size() == known.notice().recipients().size()) {
        known.outcomes().complete(report.outcomes());
      }
    } catch (ServiceException e) {
      LOG.log(Level.WARNING, "A report could not be read: {0}", e.getMessage());
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure.getCause() instanceof TransportException ? failure.getCause() : failure;
    return String.valueOf(cause.getMessage());
  }

  private static List<Outcome> all(Notice notice, Outcome outcome) {
    return Collections.nCopies(notice.recipients().size(), outcome);
  }
}
