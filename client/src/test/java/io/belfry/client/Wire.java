package io.belfry.client;

import io.belfry.service.NotificationService;
import io.belfry.service.protocol.Protocol;
import io.belfry.service.protocol.ServiceEndpoint;
import io.belfry.settings.Settings;
import io.belfry.tck.Waiting;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub that may serve, and a spoke for a client, in memory. */
final class Wire implements AutoCloseable {

  private static final AtomicInteger PLACES = new AtomicInteger();

  private final String place = "client" + PLACES.incrementAndGet();
  final Transport hub = open(Side.HUB);
  final Transport spoke = open(Side.SPOKE);

  /** Serves the protocol's address. */
  Subscription serve(RequestHandler handler) {
    Subscription serving = hub.serve(Protocol.SERVICE, handler);
    Waiting.value(serving.ready());
    return serving;
  }

  Subscription serve(NotificationService service) {
    return serve(new ServiceEndpoint(service, hub.capabilities().maxPayload()));
  }

  private Transport open(Side side) {
    InprocProvider provider = new InprocProvider();
    Map<String, String> written =
        Map.of("place", place, "max-payload", "64KiB", "close-timeout", "200ms");
    return provider.open(Settings.of("inproc", provider.settings(), written), side);
  }

  @Override
  public void close() {
    spoke.close();
    hub.close();
  }
}
