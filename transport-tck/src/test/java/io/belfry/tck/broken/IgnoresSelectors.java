package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.tck.InprocBed;
import io.belfry.tck.TestBed;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.Map;

/** Gives a subscription what it has not selected, rather than refuse it. */
@Breaks("ca08")
final class IgnoresSelectors extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return inner.subscribe(filter, options.where(Map.of()), handler);
      }
    };
  }

  @Override
  protected TestBed testBed() {
    return new InprocBed(provider(), "none", "200ms");
  }
}
