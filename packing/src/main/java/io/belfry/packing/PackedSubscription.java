package io.belfry.packing;

import io.belfry.message.Message;
import io.belfry.message.TopicFilter;
import io.belfry.packing.form.Malformed;
import io.belfry.packing.form.Packs;
import io.belfry.packing.form.Reader;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.Opener;
import io.belfry.transport.PubSub;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A subscription whose messages may come in packs. The wire has them opened before they wait for
 * the handler. What is selected is chosen here, since the wire sees none of what is in a pack.
 */
final class PackedSubscription implements Subscription {

  private static final Logger LOG = System.getLogger(PackedSubscription.class.getName());

  private final Subscription wire;
  private final Opening opening;

  private PackedSubscription(Subscription wire, Opening opening) {
    this.wire = wire;
    this.opening = opening;
  }

  static PackedSubscription begin(
      PubSub wire, TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
    Opening opening = new Opening(filter, options.selector(), options.opener());
    return new PackedSubscription(
        wire.subscribe(filter, options.where(Map.of()).opening(opening), handler), opening);
  }

  @Override
  public CompletionStage<Void> ready() {
    return wire.ready();
  }

  @Override
  public Counters counters() {
    Counters its = wire.counters();
    return new Counters(
        its.received(), its.failed(), its.dropped(), its.filtered() + opening.putAside.get());
  }

  @Override
  public void close() {
    wire.close();
  }

  /** Takes packs apart, and what is in them, as their subscriber wants it. */
  private static final class Opening implements Opener {

    private final TopicFilter filter;
    private final Map<String, String> selector;
    private final Opener next;
    private final AtomicLong putAside = new AtomicLong();

    Opening(TopicFilter filter, Map<String, String> selector, Opener next) {
      this.filter = filter;
      this.selector = selector;
      this.next = next;
    }

    @Override
    public List<Message> open(Message arrived) {
      return selected(Packs.isPack(arrived) ? messagesIn(arrived) : List.of(arrived));
    }

    private List<Message> messagesIn(Message pack) {
      try {
        return Reader.messages(pack);
      } catch (Malformed e) {
        putAside.incrementAndGet();
        LOG.log(Level.WARNING, "For subscribers to {0}: {1}", filter.pattern(), e.getMessage());
        return List.of();
      }
    }

    private List<Message> selected(List<Message> messages) {
      if (selector.isEmpty() && next.equals(NONE)) {
        return messages;
      }
      List<Message> wanted = new ArrayList<>();
      for (Message message : messages) {
        if (selects(message)) {
          wanted.addAll(next.open(message));
        } else {
          putAside.incrementAndGet();
        }
      }
      return wanted;
    }

    private boolean selects(Message message) {
      return selector.isEmpty()
          || message.headers().values().entrySet().containsAll(selector.entrySet());
    }
  }
}
