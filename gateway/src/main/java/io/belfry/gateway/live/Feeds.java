package io.belfry.gateway.live;

import io.belfry.message.TopicFilter;
import io.belfry.service.NotificationService;
import io.belfry.service.Token;
import java.util.Optional;

/** Whoever follows the same topics with the same token shares one listening at the service. */
public final class Feeds implements AutoCloseable {

  /**
   * Begins with none.
   *
   * @param service what is followed
   */
  public Feeds(NotificationService service) {}

  /**
   * Has a receiver told.
   *
   * @param token of who receives
   * @param filter which topics
   * @param from where to begin
   * @param outlet the receiver
   * @return what it is told by
   */
  public Following follow(Optional<Token> token, TopicFilter filter, From from, Outlet outlet) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
