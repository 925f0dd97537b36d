package io.belfry.server;

import io.belfry.service.NotificationService;
import io.belfry.service.protocol.ServiceEndpoint;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where a service answers on one wire. */
final class Reception implements AutoCloseable {

  private static final int READY_SECONDS = 30;

  private static final Duration END_PATIENCE = Duration.ofSeconds(3);

  private final ServiceEndpoint endpoint;
  private final Subscription requests;

  Reception(Transport transport, NotificationService service) {
    this.endpoint = new ServiceEndpoint(service, transport.capabilities().maxPayload());
    this.requests = transport.serve(ServerConfig.SERVICE, endpoint);
  }

  /** Waits until requests come in. */
  void awaitReady() {
    try {
      requests.ready().toCompletableFuture().get(READY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "The wire did not let the service in within " + READY_SECONDS + " seconds.", e);
    }
  }

  /** How many requests there was no room for. */
  long dropped() {
    return requests.counters().dropped();
  }

  /** Refuses what comes from now on, and answers what has come before. */
  void end() throws InterruptedException {
    endpoint.end(END_PATIENCE);
  }

  @Override
  public void close() {
    requests.close();
  }
}
