package io.belfry.gateway.bayeux;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A WebSocket on which anything can be sent, and which need not be read. */
final class Wire implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final StringBuilder part = new StringBuilder();
  private final List<Map<String, Object>> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private volatile boolean isReading = true;
  private volatile String session = "";
  private volatile int count;
  private final WebSocket socket;

  private Wire(URI at, String... headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder
        .buildAsync(URI.create(at.toString().replace("http", "ws")), this)
        .join();
  }

  static Wire open(URI at, String... headers) {
    return new Wire(at, headers);
  }

  /** Sends a text, in which ' stands for ". */
  void send(String text, Object... with) {
    socket.sendText(text.formatted(with).replace('\'', '"'), true).join();
  }

  void sendAsIs(String text) {
    socket.sendText(text, true).join();
  }

  /** Begins a session; returns its id. */
  String handshake(String... ext) {
    send(
        "[{'channel':'/meta/handshake','id':'1','version':'1.0',"
            + "'supportedConnectionTypes':['websocket'],'ext':{%s}}]",
        String.join(",", ext));
    session = (String) reply("1").get("clientId");
    return session;
  }

  /** Goes on with a session. */
  Wire as(String id) {
    session = id;
    return this;
  }

  /** Sends a message in the session, with more fields; returns its id. */
  String ask(String channel, String... fields) {
    String id = "m" + ++count;
    String more = fields.length == 0 ? "" : "," + String.join(",", fields);
    send("[{'channel':'%s','clientId':'%s','id':'%s'%s}]", channel, session, id, more);
    return id;
  }

  /** A connect that is answered at once. */
  String connect(String... fields) {
    String more = fields.length == 0 ? "" : "," + String.join(",", fields);
    return ask("/meta/connect", "'connectionType':'websocket','advice':{'timeout':0}" + more);
  }

  /** Subscribes, and waits for the reply. */
  Map<String, Object> subscribe(String channel, String belfry) {
    return reply(ask(
        "/meta/subscribe", "'subscription':'" + channel + "','ext':{'belfry':{" + belfry + "}}"));
  }

  /** The reply to a message, or the answer to an operation. */
  Map<String, Object> reply(String id) {
    return await()
        .atMost(10, TimeUnit.SECONDS)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> messages.stream().filter(one -> id.equals(one.get("id"))).findFirst(),
            found -> found.isPresent())
        .get();
  }

  List<Map<String, Object>> messages() {
    return messages;
  }

  /** The texts of the events that have come. */
  List<Object> events() {
    return messages.stream()
        .filter(one -> one.get("data") instanceof Map<?, ?> data && data.containsKey("event"))
        .map(one -> (Map<?, ?>) ((Map<?, ?>) one.get("data")).get("event"))
        .<Object>map(event -> ((Map<?, ?>) event.get("content")).get("text"))
        .toList();
  }

  /** Reads no more, until it does again. */
  void pause() {
    isReading = false;
  }

  void goOn() {
    isReading = true;
    socket.request(1);
  }

  CompletableFuture<Integer> closed() {
    return closed;
  }

  /** Closes in good order, so that the other side knows. */
  void leave() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    closed.join();
  }

  void abort() {
    socket.abort();
  }

  @Override
  @SuppressWarnings("unchecked")
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    part.append(data);
    if (isLast) {
      try {
        List<?> all = JSON.std.listFrom(part.toString());
        all.forEach(one -> messages.add((Map<String, Object>) one));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      part.setLength(0);
    }
    if (isReading) {
      from.request(1);
    }
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.complete(-1);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
