package org.example.belfry.tcp;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.Opener;
import io.belfry.transport.SubscribeOptions;
import java.util.Optional;

/** Receives what is published. */
final class Subscriber extends Receiver {

  private final TopicFilter filter;
  private final Opener opener;
  private final MessageHandler handler;

  Subscriber(
      Uplink uplink,
      TcpConfig config,
      TopicFilter filter,
      SubscribeOptions options,
      MessageHandler handler) {
    super(
        uplink,
        config,
        Kind.SUBSCRIBE,
        filter.pattern(),
        Frame.NOTHING,
        options.queueBound(),
        options.overflow());
    this.filter = filter;
    this.opener = options.opener();
    this.handler = handler;
  }

  @Override
  Optional<TopicFilter> filter() {
    return Optional.of(filter);
  }

  /** Each that is in it counts by itself at the bound. */
  @Override
  void deliver(Delivery delivery) {
    for (Message message : opener.open(delivery.frame().message())) {
      super.deliver(delivery.with(message));
    }
  }

  @Override
  void handle(Delivery delivery) throws Exception {
    handler.onMessage(new Topic(delivery.frame().name()), delivery.frame().message());
  }

  /** It is nobody else's; the inbox has counted it. */
  @Override
  void turnAway(Delivery delivery) {}
}
