package io.belfry.compare.run;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Counters;
import io.belfry.transport.Health;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A transport whose faults are known, since they are made: what is published goes through a deed
 * that drops, repeats, swaps, damages or delays it. It delivers on the thread of the sender.
 */
final class Puppet implements Transport {

  /** Where all of a test meet. */
  static final class Strings {
    private final List<MessageHandler> subscribers = new CopyOnWriteArrayList<>();
    private final Function<Message, List<Message>> deed;

    /** The deed gets each message that is published, and says what arrives instead. */
    Strings(Function<Message, List<Message>> deed) {
      this.deed = deed;
    }

    Puppet puppet() {
      return new Puppet(this);
    }
  }

  private final Strings strings;

  private Puppet(Strings strings) {
    this.strings = strings;
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    for (Message arriving : strings.deed.apply(message)) {
      for (MessageHandler subscriber : strings.subscribers) {
        deliver(subscriber, topic, arriving);
      }
    }
    return CompletableFuture.completedStage(null);
  }

  private static void deliver(MessageHandler subscriber, Topic topic, Message message) {
    try {
      subscriber.onMessage(topic, message);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    MessageHandler matching = (topic, message) -> {
      if (filter.matches(topic)) {
        handler.onMessage(topic, message);
      }
    };
    strings.subscribers.add(matching);
    return new Subscribed();
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Set.of(), Acknowledgement.HANDED_OFF, Acknowledgement.HANDED_OFF, 1 << 20);
  }

  @Override
  public Health health() {
    return new Health(Health.State.UP, "It hangs on its strings.");
  }

  @Override
  public void close() {}

  /** It ends with the test. */
  private static final class Subscribed implements Subscription {
    @Override
    public CompletionStage<Void> ready() {
      return CompletableFuture.completedStage(null);
    }

    @Override
    public Counters counters() {
      return new Counters(0, 0, 0, 0);
    }

    @Override
    public void close() {}
  }
}
