package io.belfry.packing;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.packing.form.Packs;
import io.belfry.packing.lane.Lane;
import io.belfry.packing.lane.Lanes;
import io.belfry.packing.lane.Limits;
import io.belfry.packing.lane.Load;
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
import java.util.function.Function;

/** Lets what gathers on another transport travel together, and takes apart what did. */
public final class PackingTransport implements Transport {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  /** So many wire messages hide the way to a broker and back, and leave enough to be packed. */
  private static final int MOST_UNDER_WAY = 4;

  private final Transport wire;
  private final Capabilities capabilities;
  private final Machinery machinery = new Machinery();
  private final Leaving leaving = new Leaving(CLOSE_TIMEOUT);
  private final Replies replies;

  /** What packs, if anything does. */
  private final Optional<Sending> sending;

  private record Sending(
      Lanes<Topic, Message> topics, Lanes<Address, Message> queues, Asker asker, int portion) {}

  private PackingTransport(Transport wire, Optional<Limits> limits) {
    this.wire = wire;
    Limits ofPacks = limits.orElse(new Limits(1, 1));
    this.capabilities =
        limits.isPresent() ? wire.capabilities().withPortion(ofPacks.count()) : wire.capabilities();
    this.replies = new Replies(wire, machinery);
    this.sending = limits.map(this::sending);
  }

  /**
   * A transport that packs.
   *
   * @param wire carries plain messages and packs; it is closed with this
   * @param bytes the largest pack; never more than the wire takes
   * @param count the most messages in a pack, from 2
   * @return the transport
   */
  public static Transport packing(Transport wire, int bytes, int count) {
    int most = Math.min(bytes, wire.capabilities().maxPayload()) - Packs.PACK_BYTES;
    Limits limits = new Limits(most, Math.min(count, Packs.MOST));
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

  private Sending sending(Limits limits) {
    Capabilities its = wire.capabilities();
    return new Sending(
        lanes(
            limits, its.publishLevel(), topic -> new PlainLoad(each -> wire.publish(topic, each))),
        lanes(limits, its.pushLevel(), queue -> new PlainLoad(each -> wire.push(queue, each))),
        new Asker(wire, limits, machinery.courier()),
        limits.count());
  }

  private <K> Lanes<K, Message> lanes(
      Limits limits, Acknowledgement level, Function<K, Load<Message>> loads) {
    return new Lanes<>(
        loads,
        level == Acknowledgement.HANDED_OFF ? limits : limits.acknowledged(MOST_UNDER_WAY),
        machinery.courier());
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    return sending.isPresent()
        ? send(sending.get().topics(), topic, message, wire::publish)
        : checked(message, () -> wire.publish(topic, message));
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    return sending.isPresent()
        ? send(sending.get().queues(), queue, work, wire::push)
        : checked(work, () -> wire.push(queue, work));
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    return checked(
        request,
        () -> sending.isPresent()
            ? sending.get().asker().ask(service, request, deadline)
            : wire.request(service, request, deadline));
  }

  @Override
  public Subscription subscribe(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    capabilities.requireAdmissible(options);
    return leaving.watched(PackedSubscription.begin(
        wire, filter, options, handler, sending.isPresent(), CLOSE_TIMEOUT));
  }

  @Override
  public Subscription serve(Address service, RequestHandler handler) {
    return leaving.watched(PackedService.begin(wire, service, handler, replies));
  }

  @Override
  public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
    int portion = sending.map(Sending::portion).orElse(1);
    return leaving.watched(PackedWorker.begin(wire, queue, options.prefetch(), portion, handler));
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
    sending.ifPresent(each -> {
      each.topics().close(CLOSE_TIMEOUT.toNanos());
      each.queues().close(CLOSE_TIMEOUT.toNanos());
    });
    leaving.close();
    replies.close();
    sending.ifPresent(each -> each.asker().close());
    wire.close();
    machinery.close();
  }

  /** Sends a message by itself. */
  private interface Alone<K> {
    CompletionStage<Void> send(K to, Message message);
  }

  private <K> CompletionStage<Void> send(
      Lanes<K, Message> lanes, K to, Message message, Alone<K> alone) {
    return checked(message, () -> {
      Lane<Message> lane = lanes.to(to);
      if (!lane.isMyTurn()) {
        return lane.add(message);
      }
      CompletionStage<Void> arrival = alone.send(to, message);
      lane.sent(arrival);
      return arrival;
    });
  }

  private interface Send<T> {
    CompletionStage<T> now();
  }

  private <T> CompletionStage<T> checked(Message message, Send<T> send) {
    try {
      capabilities.requireAdmissible(message);
      requireNoPack(message);
      return send.now();
    } catch (TransportException e) {
      return e.asStage();
    }
  }

  private static void requireNoPack(Message message) {
    if (Packs.isPack(message)) {
      throw new TransportException(
          Category.REFUSED, "The content type of a pack is Belfry's own; give it another.");
    }
  }
}
