package io.belfry.gateway.bayeux;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One over a WebSocket. */
final class LightSocket extends Light implements WebSocket.Listener {

  private final CompletableFuture<Void> subscribed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private volatile WebSocket socket;

  LightSocket(HttpClient http, URI at) {
    super(http, at);
  }

  @Override
  CompletableFuture<?> begin() {
    URI there = URI.create(at.toString().replace("http", "ws"));
    return http.newWebSocketBuilder().buildAsync(there, this).thenCompose(open -> {
      socket = open;
      open.sendText(handshake(), true);
      return subscribed;
    });
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    part.append(data);
    if (isLast) {
      String text = part.toString();
      part.setLength(0);
      take(from, text);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void take(WebSocket from, String text) {
    if (text.contains("/meta/handshake")) {
      remember(text);
      from.sendText(subscribe(), true);
    } else if (text.contains("/meta/subscribe")) {
      from.sendText(connect(""), true);
      subscribed.complete(null);
    } else if (text.contains("/meta/connect")) {
      from.sendText(connect(""), true);
    } else {
      count(text);
    }
  }

  @Override
  void end() {
    socket.abort();
  }
}
