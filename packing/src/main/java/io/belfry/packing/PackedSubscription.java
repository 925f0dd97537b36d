package io.belfry.packing;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.packing.form.Malformed;
import io.belfry.packing.form.Packs;
import io.belfry.packing.form.Reader;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PubSub;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.delivery.Inbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A subscription whose messages may come in packs. The wire can't see how many wait in them, so
 * their queue, its bound and its thread are here: from the beginning where packs are to be
 * expected, else from the first one on; until then the wire calls the handler straight.
 */
final class PackedSubscription implements Leaving.Holder, MessageHandler {

  private static final Logger LOG = System.getLogger(PackedSubscription.class.getName());

  /** So much may come before it is taken apart, which takes no time. */
  private static final int ROOM = 10_000;

  private final SubscribeOptions options;
  private final MessageHandler handler;
  private final String name;
  private final Duration closeTimeout;
  private final AtomicLong straight = new AtomicLong();
  private final AtomicLong putAside = new AtomicLong();
  private final AtomicLong expired = new AtomicLong();
  private volatile Optional<Inbox<Delivery>> inbox = Optional.empty();
  private volatile Optional<Subscription> wire = Optional.empty();
  private volatile Runnable afterClose = () -> {};
  private boolean closed;

  private PackedSubscription(
      TopicFilter filter, SubscribeOptions options, MessageHandler handler, Duration closeTimeout) {
    this.options = options;
    this.handler = handler;
    this.name = "packing-subscriber-" + filter;
    this.closeTimeout = closeTimeout;
  }

  static PackedSubscription begin(
      PubSub wire,
      TopicFilter filter,
      SubscribeOptions options,
      MessageHandler handler,
      boolean expectsPacks,
      Duration closeTimeout) {
    PackedSubscription own = new PackedSubscription(filter, options, handler, closeTimeout);
    Subscription its = wire.subscribe(filter, ofWire(options, expectsPacks), own);
    own.wire = Optional.of(its);
    if (expectsPacks) {
      own.inbox();
    }
    its.ready().whenComplete((nothing, failure) -> {
      if (failure != null) {
        own.close();
      }
    });
    return own;
  }

  /** What is in a pack is selected here: the wire sees none of its headers. */
  private static SubscribeOptions ofWire(SubscribeOptions options, boolean expectsPacks) {
    SubscribeOptions unselected = options.where(Map.of());
    return expectsPacks
        ? unselected.withQueue(Math.max(ROOM, options.queueBound()), options.overflow())
        : unselected;
  }

  @Override
  public void onMessage(Topic topic, Message message) throws Exception {
    if (Packs.isPack(message)) {
      unpack(topic, message);
    } else if (!isSelected(message)) {
      putAside.incrementAndGet();
    } else if (inbox.isPresent()) {
      inbox.get().offer(Delivery.of(topic, message));
    } else {
      straight.incrementAndGet();
      handler.onMessage(topic, message);
    }
  }

  private void unpack(Topic topic, Message pack) {
    try {
      List<Message> messages = Reader.messages(pack);
      List<Delivery> wanted = new ArrayList<>(messages.size());
      for (Message message : messages) {
        if (isSelected(message)) {
          wanted.add(Delivery.of(topic, message));
        }
      }
      putAside.addAndGet(messages.size() - wanted.size());
      inbox().offerAll(wanted);
    } catch (Malformed e) {
      putAside.incrementAndGet();
      LOG.log(Level.WARNING, "On topic {0}: {1}", topic, e.getMessage());
    }
  }

  private boolean isSelected(Message message) {
    if (options.selector().isEmpty()) {
      return true;
    }
    Headers headers = message.headers();
    return options.selector().entrySet().stream()
        .allMatch(wanted ->
            headers.get(wanted.getKey()).filter(wanted.getValue()::equals).isPresent());
  }

  private void hand(Delivery each) throws Exception {
    if (each.hasExpired()) {
      expired.incrementAndGet();
    } else {
      handler.onMessage(each.topic(), each.message());
    }
  }

  private synchronized Inbox<Delivery> inbox() {
    if (inbox.isEmpty()) {
      Inbox<Delivery> made =
          new Inbox<>(name, options.queueBound(), options.overflow(), closeTimeout, this::hand);
      inbox = Optional.of(made);
      if (closed) {
        made.close();
      }
    }
    return inbox.get();
  }

  @Override
  public CompletionStage<Void> ready() {
    return wire.orElseThrow().ready();
  }

  @Override
  public Counters counters() {
    Counters its = wire.orElseThrow().counters();
    Counters own = inbox.map(Inbox::counters).orElse(new Counters(0, 0, 0, 0));
    return new Counters(
        straight.get() + own.received() - expired.get(),
        its.failed() + own.failed(),
        its.dropped() + own.dropped(),
        its.filtered() + putAside.get() + expired.get());
  }

  @Override
  public void onClosed(Runnable then) {
    afterClose = then;
  }

  @Override
  public void close() {
    wire.orElseThrow().close();
    closeInbox();
    afterClose.run();
  }

  private void closeInbox() {
    Optional<Inbox<Delivery>> its;
    synchronized (this) {
      closed = true;
      its = inbox;
    }
    its.ifPresent(Inbox::close);
  }
}
