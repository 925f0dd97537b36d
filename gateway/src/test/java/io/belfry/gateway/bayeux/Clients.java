package io.belfry.gateway.bayeux;

import jakarta.websocket.ContainerProvider;
import jakarta.websocket.WebSocketContainer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.cometd.client.BayeuxClient;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.websocket.jakarta.WebSocketTransport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.util.component.LifeCycle;

/** CometD's own clients, over either transport. */
final class Clients implements AutoCloseable {

  /** Over what. */
  enum Over {
    WEBSOCKET,
    LONG_POLLING
  }

  private final URI at;
  private final HttpClient http = new HttpClient();
  private final WebSocketContainer sockets = ContainerProvider.getWebSocketContainer();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
  private final List<Talker> talkers = new CopyOnWriteArrayList<>();

  Clients(URI at) {
    this.at = at;
    LifeCycle.start(http);
  }

  /** A client that has not begun. */
  Talker client(Over over) {
    return client(over, Map.of());
  }

  /** One whose requests have these headers. */
  Talker client(Over over, Map<String, String> headers) {
    BayeuxClient client = new BayeuxClient(at.toString(), scheduler, transport(over, headers));
    Talker talker = new Talker(client);
    talkers.add(talker);
    return talker;
  }

  private ClientTransport transport(Over over, Map<String, String> headers) {
    Map<String, Object> options =
        new HashMap<>(Map.of(ClientTransport.MAX_MESSAGE_SIZE_OPTION, 1 << 20));
    if (over == Over.WEBSOCKET) {
      return new WebSocketTransport(options, scheduler, sockets) {
        @Override
        protected void onHandshakeRequest(Map<String, List<String>> request) {
          headers.forEach((name, value) -> request.put(name, List.of(value)));
        }
      };
    }
    return new JettyHttpClientTransport(options, http) {
      @Override
      protected void customize(Request request) {
        headers.forEach((name, value) -> request.headers(fields -> fields.put(name, value)));
      }
    };
  }

  @Override
  public void close() {
    talkers.forEach(Talker::close);
    scheduler.shutdownNow();
    LifeCycle.stop(http);
    LifeCycle.stop(sockets);
  }
}
