package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Health;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A transport that leaves everything to another; a subclass alters one thing. */
public abstract class Altered implements Transport {

  protected final Transport inner;

  /** Leaves everything to the other. */
  protected Altered(Transport inner) {
    this.inner = inner;
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    return inner.publish(topic, message);
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    return inner.subscribe(filter, options, handler);
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    return inner.request(service, request, deadline);
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    return inner.serve(service, handler);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    return inner.push(queue, work);
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    return inner.pull(queue, options, handler);
  }

  @Override
  public Capabilities capabilities() {
    return inner.capabilities();
  }

  @Override
  public Health health() {
    return inner.health();
  }

  @Override
  public void close() {
    inner.close();
  }
}
