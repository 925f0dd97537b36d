package io.belfry.benchmark.service;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Listening;
import io.belfry.service.NotificationService;
import io.belfry.service.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A publisher whose subscribers listen. */
final class Telling implements OneWay {

  private final Deployment deployment;
  private final NotificationService publisher;
  private final Topic topic;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Telling(Deployment deployment, Topic topic) {
    this.deployment = deployment;
    this.publisher = deployment.connect();
    this.topic = topic;
  }

  /** All listen when it returns. */
  static Telling start(
      Deployment deployment, int subscribers, Receiver receiver, AtomicLong disordered) {
    Topic topic = deployment.createTopic("bench.news");
    Telling telling = new Telling(deployment, topic);
    List<Listening> listenings = new ArrayList<>();
    for (int i = 0; i < subscribers; i++) {
      Subscriber subscriber = new Subscriber(i, receiver, disordered);
      listenings.add(deployment.add(
          deployment.connect().listen(TopicFilter.exactly(topic), new Start.Now(), subscriber)));
    }
    listenings.forEach(listening -> Deployment.await(listening.ready()));
    return telling;
  }

  @Override
  public void send(byte[] payload) {
    Throwable before = failure.get();
    if (before != null) {
      throw new BreakdownException(before);
    }
    publisher.publish(Publishing.publication(topic, payload)).whenComplete((published, problem) -> {
      if (problem != null) {
        failure.set(problem);
      }
    });
  }

  @Override
  public void close() {
    deployment.close();
  }
}
