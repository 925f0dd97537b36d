package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException.Category;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A subscriber, a service and a worker, so that one message can be sent all three ways. */
final class EveryPattern {

  private final Rules rules;
  private final Topic topic;
  private final Address address;
  private final Collector subscriber;
  private final Collector service;
  private final Collector worker;
  private int carried;

  /** Receives at a spoke of its own. */
  EveryPattern(Rules rules, Topic topic, TopicFilter filter, Address address) {
    this(rules, rules.newSpoke(), topic, filter, address);
  }

  EveryPattern(Rules rules, Transport at, Topic topic, TopicFilter filter, Address address) {
    this.rules = rules;
    this.topic = topic;
    this.address = address;
    this.subscriber = rules.collector();
    this.service = rules.collector();
    this.worker = rules.collector();
    rules.ready(at.subscribe(filter, subscriber));
    rules.ready(at.pull(address, worker));
    rules.ready(at.serve(address, question -> {
      service.onWork(question);
      return CompletableFuture.completedStage(question);
    }));
  }

  /** Sends the message from another spoke, all ways, and checks that it arrives unchanged. */
  void carry(Message message) {
    carry(rules.spoke(), message);
  }

  void carry(Transport sender, Message message) {
    Patience patience = rules.patience();
    patience.await(sender.publish(topic, message));
    patience.await(sender.push(address, message));
    Message reply = patience.await(sender.request(address, message, patience.limit()));
    carried++;
    for (Collector receiver : List.of(subscriber, service, worker)) {
      receiver.awaitSize(carried);
      assertThat(receiver.messages().get(carried - 1)).isEqualTo(message);
    }
    assertThat(reply).isEqualTo(message);
    assertThat(subscriber.topics().get(carried - 1)).isEqualTo(topic);
  }

  /** What becomes of a message that must be refused, by the way that it was sent. */
  Map<String, Category> failures(Transport sender, Message message) {
    Patience patience = rules.patience();
    Map<String, Category> failures = new LinkedHashMap<>();
    failures.put("publish", patience.failureOf(sender.publish(topic, message)).category());
    failures.put("push", patience.failureOf(sender.push(address, message)).category());
    failures.put(
        "request",
        patience.failureOf(sender.request(address, message, patience.limit())).category());
    return failures;
  }
}
