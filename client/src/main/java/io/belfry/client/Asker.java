package io.belfry.client;

import io.belfry.message.Message;
import io.belfry.service.protocol.Protocol;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Sends requests over a transport, again where that helps and does no harm. */
final class Asker implements AutoCloseable {

  private final Transport transport;
  private final ClientOptions options;
  private final Set<Tries<?>> open = ConcurrentHashMap.newKeySet();

  /** Made when it is needed for the first time: mostly nothing has to be tried again. */
  private Optional<Later> later = Optional.empty();

  private volatile boolean closed;

  Asker(Transport transport, ClientOptions options) {
    this.transport = transport;
    this.options = options;
  }

  ClientOptions options() {
    return options;
  }

  int maxPayload() {
    return transport.capabilities().maxPayload();
  }

  <R> CompletionStage<R> ask(Question<R> question) {
    Tries<R> tries = new Tries<>(question, this);
    open.add(tries);
    tries.outcome().whenComplete((answer, failure) -> open.remove(tries));
    if (closed) {
      tries.close(); // Closed meanwhile, by another thread, which may have missed this.
    } else {
      tries.next();
    }
    return tries.outcome();
  }

  /** Sends it once; whatever goes wrong is in the stage. */
  CompletionStage<Message> send(Message request, Duration deadline) {
    try {
      return Failures.of(transport.health())
          .<CompletionStage<Message>>map(CompletableFuture::failedStage)
          .orElseGet(() -> transport.request(Protocol.SERVICE, request, deadline));
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /** Does something after a while, unless this is closed by then. */
  synchronized void after(Duration wait, Runnable task) {
    if (!closed) {
      Later clock = later.orElseGet(Later::new);
      later = Optional.of(clock);
      clock.after(wait, task);
    }
  }

  /** Ends what is open; whether a change was made is then not known. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      later.ifPresent(Later::close);
    }
    open.forEach(Tries::close);
  }
}
