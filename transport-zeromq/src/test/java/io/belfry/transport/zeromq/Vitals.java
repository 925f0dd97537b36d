package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a hub and two spokes do their work: all three patterns, and in every direction. */
final class Vitals {

  /** Far more than a healthy hub needs, and far less than the library's own time-outs. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Topic TOPIC = new Topic("vitals.topic");
  private static final Address FAR = new Address("vitals.far");
  private static final Address NEAR = new Address("vitals.near");

  private final Transport hub;
  private final Transport one;
  private final Set<String> arrived = ConcurrentHashMap.newKeySet();
  private int round;

  Vitals(Stage stage) {
    hub = stage.hub();
    one = stage.newSpoke();
    Transport other = stage.newSpoke();
    TopicFilter filter = TopicFilter.exactly(TOPIC);
    ready(hub.subscribe(filter, noting("hub saw ")));
    ready(other.subscribe(filter, noting("spoke saw ")));
    ready(other.serve(FAR, CompletableFuture::completedFuture));
    ready(hub.serve(NEAR, CompletableFuture::completedFuture));
    ready(other.pull(FAR, work -> arrived.add("spoke did " + work.payload().text())));
    ready(hub.pull(NEAR, work -> arrived.add("hub did " + work.payload().text())));
  }

  /** The next good message of every kind arrives soon. */
  void check() {
    String text = "round " + ++round;
    Message message = Message.of(text);
    one.publish(TOPIC, message);
    awaitArrival("hub saw ", text);
    awaitArrival("spoke saw ", text);
    one.push(FAR, message);
    awaitArrival("spoke did ", text);
    one.push(NEAR, message);
    awaitArrival("hub did ", text);
    awaitReply(one, FAR, message);
    awaitReply(one, NEAR, message);
    awaitReply(hub, FAR, message);
  }

  private void awaitArrival(String what, String text) {
    Waiting.within(SOON, what + text, () -> arrived.contains(what + text));
  }

  private static void awaitReply(Transport from, Address service, Message message) {
    Message reply = Waiting.value(from.request(service, message, SOON));
    if (!reply.equals(message)) {
      throw new AssertionError("got the reply " + reply);
    }
  }

  private MessageHandler noting(String what) {
    return (topic, message) -> arrived.add(what + message.payload().text());
  }

  private static void ready(Subscription subscription) {
    Waiting.value(subscription.ready());
  }
}
