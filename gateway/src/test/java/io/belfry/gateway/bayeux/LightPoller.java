package io.belfry.gateway.bayeux;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** One that polls. */
final class LightPoller extends Light {

  private volatile String cookie = "none=x";
  private volatile boolean isOver;

  LightPoller(HttpClient http, URI at) {
    super(http, at);
  }

  @Override
  CompletableFuture<?> begin() {
    return post(handshake())
        .thenCompose(reply -> {
          String set = reply.headers().firstValue("Set-Cookie").orElseThrow();
          cookie = set.substring(0, set.indexOf(';'));
          remember(reply.body());
          return post(subscribe());
        })
        .thenRun(this::poll);
  }

  private void poll() {
    var unused = post(connect("")).whenComplete((reply, failure) -> {
      if (isOver) {
        return;
      }
      if (failure != null) {
        fail(failure);
        return;
      }
      count(reply.body());
      poll();
    });
  }

  private CompletableFuture<HttpResponse<String>> post(String body) {
    HttpRequest request = HttpRequest.newBuilder(at)
        .header("Cookie", cookie)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  @Override
  void end() {
    isOver = true;
  }
}
