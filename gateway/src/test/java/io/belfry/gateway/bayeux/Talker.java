package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;

/** A client, and all that its subscriptions were told. */
final class Talker implements AutoCloseable {

  private static final int SECONDS = 10;

  private final BayeuxClient client;
  private final List<Map<String, Object>> told = new CopyOnWriteArrayList<>();

  Talker(BayeuxClient client) {
    this.client = client;
    client.getChannel("/service/gap").addListener((ClientSessionChannel.MessageListener)
        this::hear);
    client.getChannel("/service/end").addListener((ClientSessionChannel.MessageListener)
        this::hear);
  }

  private void hear(ClientSessionChannel channel, Message message) {
    if (message.getData() != null) {
      Map<String, Object> data = new HashMap<>(message.getDataAsMap());
      data.put("channel", message.getChannel());
      told.add(data);
    }
  }

  BayeuxClient client() {
    return client;
  }

  /** Begins a session, and waits for the reply. */
  Message handshake(Map<String, Object> belfry) {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    client.handshake(ext(belfry), reply::complete);
    return value(reply);
  }

  /** Begins a session that is up. */
  Talker connected() {
    Message reply = handshake(Map.of());
    assertThat(reply.isSuccessful()).as(reply.toString()).isTrue();
    return isConnected();
  }

  Talker isConnected() {
    assertThat(client.waitFor(SECONDS * 1_000L, BayeuxClient.State.CONNECTED)).isTrue();
    return this;
  }

  /** Subscribes, and returns the reply. */
  Message subscribe(String channel, Map<String, Object> belfry) {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    Message.Mutable template = template(belfry);
    client.getChannel(channel).subscribe(template, this::hear, reply::complete);
    return value(reply);
  }

  /** Subscribes where nothing is refused. */
  Talker subscribed(String channel) {
    Message reply = subscribe(channel, Map.of());
    assertThat(reply.isSuccessful()).as(reply.toString()).isTrue();
    return this;
  }

  Message unsubscribe(String channel) {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    var subscribed = client.getChannel(channel);
    subscribed.getSubscribers().forEach(one -> subscribed.unsubscribe(one, reply::complete));
    return value(reply);
  }

  Message publish(String channel, Object data) {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    client.getChannel(channel).publish(data, reply::complete);
    return value(reply);
  }

  /** The data of the answer to an operation. */
  @SuppressWarnings("unchecked")
  Map<String, Object> ask(String operation, Map<String, Object> arguments) {
    CompletableFuture<Message> answer = new CompletableFuture<>();
    client.remoteCall(operation, arguments, answer::complete);
    return (Map<String, Object>) value(answer).getData();
  }

  List<Map<String, Object>> told() {
    return told;
  }

  /** Waits for so many. */
  List<Map<String, Object>> told(int count) {
    await().atMost(SECONDS, TimeUnit.SECONDS).until(() -> told.size() >= count);
    return told;
  }

  /** The texts of the first so many events. */
  List<Object> texts(int count) {
    return told(count).stream().map(Talker::text).toList();
  }

  private static Object text(Map<String, Object> data) {
    Map<?, ?> what = (Map<?, ?>) data.getOrDefault("event", data.get("snapshot"));
    return what == null ? data : ((Map<?, ?>) what.get("content")).get("text");
  }

  static Map<?, ?> belfry(Message reply) {
    return (Map<?, ?>) reply.getExt().get("belfry");
  }

  private static Map<String, Object> ext(Map<String, Object> belfry) {
    return belfry.isEmpty() ? Map.of() : Map.of("ext", new HashMap<>(Map.of("belfry", belfry)));
  }

  private Message.Mutable template(Map<String, Object> belfry) {
    Message.Mutable template = new org.cometd.common.HashMapMessage();
    template.putAll(ext(belfry));
    return template;
  }

  private static <T> T value(CompletableFuture<T> stage) {
    return stage.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    client.abort();
  }
}
