package io.belfry.server.live;

import io.belfry.server.live.LocalListenings.Registry;
import io.belfry.service.Cursor;
import io.belfry.service.Subscribed;
import java.util.Optional;

/** A subscriber's claim, made once. Safe for any thread. */
final class Claim {

  private final Registry registry;
  private volatile Optional<Subscribed> answer = Optional.empty();

  Claim(Registry registry) {
    this.registry = registry;
  }

  /** Makes it, unless it has been made; returns where the subscriber stood then. */
  synchronized Cursor make() {
    Subscribed subscribed = answer.orElseGet(registry::subscribe);
    answer = Optional.of(subscribed);
    return subscribed.cursor();
  }

  /** Has it remembered where the subscriber stands now. */
  void remember(Cursor cursor) {
    answer.ifPresent(subscribed -> registry.advance(subscribed.registration(), cursor));
  }
}
