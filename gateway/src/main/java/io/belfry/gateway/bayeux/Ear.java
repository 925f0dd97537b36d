package io.belfry.gateway.bayeux;

import io.belfry.gateway.live.From;
import io.belfry.gateway.live.Outlet;
import io.belfry.gateway.live.Told;
import io.belfry.service.ServiceException;

/** What a subscription hears with, until it has to begin anew: then it takes another. */
final class Ear implements Outlet {

  private final Subscriptions all;
  private final Subscription subscription;
  private final From from;

  Ear(Subscriptions all, Subscription subscription, From from) {
    this.all = all;
    this.subscription = subscription;
    this.from = from;
  }

  From from() {
    return from;
  }

  @Override
  public boolean hasRoom() {
    return all.outbox().hasRoom();
  }

  @Override
  public void tell(Told told) {
    all.outbox().locked(() -> {
      if (subscription.isHeard(this)) {
        subscription.hear(told, all.outbox());
      }
    });
  }

  @Override
  public void end(ServiceException reason) {
    all.outbox().locked(() -> subscription.end(this, reason));
  }
}
