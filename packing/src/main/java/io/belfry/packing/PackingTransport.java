package io.belfry.packing;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.packing.form.Packs;
import io.belfry.packing.lane.Limits;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Health;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.WorkHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Lets what gathers on another transport travel together, and takes apart what did. */
public final class PackingTransport implements Transport {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  /** So many wire messages hide the way to a broker and back, and leave enough to be packed. */
  private static final int MOST_UNDER_WAY = 16;

  private final Transport wire;
  private final Capabilities capabilities;
  private final Machinery machinery = new Machinery();
  private final Leaving leaving = new Leaving(CLOSE_TIMEOUT);
  private final Replies replies;
  private final Way<Topic> topics;
  private final Way<Address> queues;

  /** Where something packs, it asks. */
  private final Optional<Asker> asker;

  private PackingTransport(Transport wire, Optional<PackLimits> packs) {
    Capabilities its = wire.capabilities();
    Optional<Limits> messages = packs.map(most -> most.messages(its.maxPayload()));
    Optional<Limits> work = packs.map(most -> most.work(its.maxPayload()));
    this.wire = wire;
    this.capabilities = work.map(most -> its.withPortion(most.count())).orElse(its);
    this.replies = new Replies(wire, machinery);
    this.topics = way(wire::publish, messages, its.publishLevel());
    this.queues = way(wire::push, work, its.pushLevel());
    this.asker = messages.map(most -> new Asker(wire, most, machinery.courier()));
  }

  /**
   * A transport that packs.
   *
   * @param wire carries plain messages and packs; it is closed with this
   * @param limits how much travels together
   * @return the transport
   */
  public static Transport packing(Transport wire, PackLimits limits) {
    return new PackingTransport(wire, Optional.of(limits));
  }

  /**
   * A transport that sends everything plain, and takes apart what others have packed.
   *
   * @param wire carries plain messages and packs; it is closed with this
   * @return the transport
   */
  public static Transport reading(Transport wire) {
    return new PackingTransport(wire, Optional.empty());
  }

  private <K> Way<K> way(Way.Wire<K> send, Optional<Limits> limits, Acknowledgement level) {
    if (limits.isEmpty()) {
      return Way.plain(send);
    }
    Limits known = level == Acknowledgement.HANDED_OFF
        ? limits.get()
        : limits.get().acknowledged(MOST_UNDER_WAY);
    return Way.packing(send, known, machinery.courier());
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    try {
      requireAdmissible(message);
    } catch (TransportException e) {
      return e.asStage();
    }
    return topics.send(topic, message);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    try {
      requireAdmissible(work);
    } catch (TransportException e) {
      return e.asStage();
    }
    return queues.send(queue, work);
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    try {
      requireAdmissible(request);
    } catch (TransportException e) {
      return e.asStage();
    }
    return asker.isPresent()
        ? asker.get().ask(service, request, deadline)
        : wire.request(service, request, deadline);
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    capabilities.requireAdmissible(options);
    return PackedSubscription.begin(wire, filter, options, handler);
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    return leaving.watched(PackedService.begin(wire, service, handler, replies));
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    return leaving.watched(
        PackedWorker.begin(wire, queue, options.prefetch(), capabilities.portion(), handler));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Health health() {
    return wire.health();
  }

  @Override
  public void close() {
    topics.close(CLOSE_TIMEOUT.toNanos());
    queues.close(CLOSE_TIMEOUT.toNanos());
    leaving.close();
    replies.close();
    asker.ifPresent(Asker::close);
    wire.close();
    machinery.close();
  }

  private void requireAdmissible(Message message) {
    capabilities.requireAdmissible(message);
    if (Packs.isPack(message)) {
      throw new TransportException(
          Category.REFUSED, "The content type of a pack is Belfry's own; give it another.");
    }
  }
}
