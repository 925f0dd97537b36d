package io.belfry.launcher.browser;

import io.belfry.tck.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** The protocol by which a window of Chromium is driven. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

  private final Map<Integer, CompletableFuture<Map<String, Object>>> asked =
      new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<BiConsumer<String, Map<String, Object>>> ears =
      new CopyOnWriteArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final StringBuilder half = new StringBuilder();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  private DevTools() {}

  static DevTools connect(HttpClient http, URI window) {
    DevTools tools = new DevTools();
    tools.socket.complete(Waiting.value(http.newWebSocketBuilder().buildAsync(window, tools)));
    return tools;
  }

  /** Hears of events, on a thread that must not wait. */
  void hear(BiConsumer<String, Map<String, Object>> ear) {
    ears.add(ear);
  }

  /** Has something done, and returns what came of it. */
  Map<String, Object> ask(String method, Map<String, Object> parameters) {
    Map<String, Object> answer = Waiting.value(send(method, parameters));
    if (answer.containsKey("error")) {
      throw new IllegalStateException(method + " has failed: " + answer.get("error"));
    }
    return Json.in(answer, "result");
  }

  private synchronized CompletionStage<Map<String, Object>> send(
      String method, Map<String, Object> parameters) {
    int id = next.incrementAndGet();
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    asked.put(id, answer);
    String text = Json.write(Map.of("id", id, "method", method, "params", parameters));
    Waiting.value(socket.join().sendText(text, true));
    return answer;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    half.append(data);
    if (isLast) {
      Map<String, Object> message = Json.read(half.toString());
      half.setLength(0);
      take(message);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void take(Map<String, Object> message) {
    if (message.get("id") instanceof Number id) {
      CompletableFuture<Map<String, Object>> answer = asked.remove(id.intValue());
      if (answer != null) {
        answer.complete(message);
      }
    } else {
      String event = String.valueOf(message.get("method"));
      ears.forEach(ear -> ear.accept(event, Json.in(message, "params")));
    }
  }

  @Override
  public void close() {
    socket.join().abort();
  }
}
