package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;

/** Fails at names of more than 200 bytes. */
@Breaks("ms05")
final class KnowsShortNamesOnly extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        if (filter.pattern().length() > 200) {
          throw new TransportException(Category.REFUSED, "Too long.");
        }
        return inner.subscribe(filter, options, handler);
      }
    };
  }
}
