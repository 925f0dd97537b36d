package io.belfry.torture.wire;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Spoils another transport: what is published through it and what its subscribers receive is lost,
 * repeated or delayed by chance, and so are its requests and their answers. What is served, pushed
 * and pulled is left alone. Closing it closes the other one.
 */
public final class LossyTransport implements Transport {

  private final Transport real;
  private final Dice sending;
  private final Dice receiving;
  private final ScheduledThreadPoolExecutor late;
  private final LossyRequests requests;

  /**
   * Puts itself in front of a transport.
   *
   * @param real the transport
   * @param sending how bad it is for what is published
   * @param receiving how bad it is for what is received, requests and answers
   * @param seed makes chance the same each time
   */
  public LossyTransport(Transport real, Chaos sending, Chaos receiving, long seed) {
    this.real = real;
    this.sending = new Dice(sending, seed);
    this.receiving = new Dice(receiving, seed + 1);
    late = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "torture-late-sends");
      thread.setDaemon(true);
      return thread;
    });
    late.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    requests = new LossyRequests(real, this.receiving, late);
  }

  /**
   * What has been spoilt so far, on both sides.
   *
   * @return the counts
   */
  public Damage damage() {
    Damage sent = sending.damage();
    Damage received = receiving.damage();
    return new Damage(
        sent.dropped() + received.dropped(),
        sent.repeated() + received.repeated(),
        sent.delayed() + received.delayed());
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    return switch (sending.roll()) {
      case PASSED -> real.publish(topic, message);
      case DROPPED -> CompletableFuture.completedStage(null);
      case DELAYED -> {
        publishLate(topic, message);
        yield CompletableFuture.completedStage(null);
      }
      case REPEATED -> {
        publishLate(topic, message);
        yield real.publish(topic, message);
      }
    };
  }

  private void publishLate(Topic topic, Message message) {
    if (!late.isShutdown()) {
      var unused = late.schedule(
          () -> real.publish(topic, message), sending.delayMicros(), TimeUnit.MICROSECONDS);
    }
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    LossySubscription lossy = new LossySubscription(handler, receiving);
    return lossy.around(real.subscribe(filter, options, lossy));
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    return requests.send(service, request, deadline);
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    return real.serve(service, handler);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    return real.push(queue, work);
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    return real.pull(queue, options, handler);
  }

  @Override
  public Capabilities capabilities() {
    return real.capabilities();
  }

  @Override
  public Health health() {
    return real.health();
  }

  @Override
  public void close() {
    late.shutdown();
    requests.close();
    real.close();
  }
}
