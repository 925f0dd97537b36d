package io.belfry.client;

import io.belfry.client.listening.Listenings;
import io.belfry.service.NotificationService;
import io.belfry.transport.Transport;
import java.util.Optional;

/** What a client and all its views share. */
final class Core implements AutoCloseable {

  private final Transport transport;
  private final Asker patient;

  /** For listenings, which have a patience of their own. */
  private final Asker curt;

  /** Made when it is needed for the first time: it has a thread. */
  private Optional<Listenings> listenings = Optional.empty();

  private boolean closed;

  Core(Transport transport, ClientOptions options) {
    this.transport = transport;
    this.patient = new Asker(transport, options);
    this.curt = new Asker(transport, options.withoutRetries());
  }

  Asker patient() {
    return patient;
  }

  Asker curt() {
    return curt;
  }

  /** The listenings; closed ones if this is closed. */
  synchronized Listenings listenings(NotificationService requests) {
    Listenings all = listenings.orElseGet(() -> new Listenings(requests, transport));
    listenings = Optional.of(all);
    if (closed) {
      all.close();
    }
    return all;
  }

  /** The listenings first: they have the service remember how far they got. */
  @Override
  public void close() {
    Optional<Listenings> all;
    synchronized (this) {
      closed = true;
      all = listenings;
    }
    all.ifPresent(Listenings::close);
    curt.close();
    patient.close();
  }
}
