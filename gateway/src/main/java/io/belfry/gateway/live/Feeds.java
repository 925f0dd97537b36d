package io.belfry.gateway.live;

import io.belfry.message.TopicFilter;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whoever follows the same topics with the same token shares one listening at the service. */
public final class Feeds implements AutoCloseable {

  private static final Duration PLACE = Duration.ofSeconds(5);

  private final NotificationService service;
  private final Pace pace = new Pace();
  private final Map<Key, Feed> feeds = new ConcurrentHashMap<>();

  private record Key(Optional<Token> token, TopicFilter filter) {}

  /**
   * Begins with none.
   *
   * @param service what is followed
   * @param recheck how often it is asked whether whoever follows still may
   */
  public Feeds(NotificationService service, Duration recheck) {
    this.service = service;
    pace.every(recheck, () -> feeds.values().forEach(Feed::recheck));
    pace.every(PLACE, () -> feeds.values().forEach(Feed::tellPlace));
  }

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
    Key key = new Key(token, filter);
    while (true) {
      Feed feed = feeds.computeIfAbsent(key, this::open);
      Follower follower = new Follower(feed, from, outlet, pace);
      if (feed.admit(follower)) {
        return follower;
      }
      feeds.remove(key, feed);
    }
  }

  private Feed open(Key key) {
    NotificationService asked = key.token().map(service::as).orElse(service);
    Feed feed = new Feed(asked, key.filter(), pace, ended -> feeds.remove(key, ended));
    pace.soon(feed::open);
    return feed;
  }

  /** Ends all, and tells every receiver so. */
  @Override
  public void close() {
    List.copyOf(feeds.values()).forEach(feed -> feed.fail(closed()));
    pace.close();
  }

  static ServiceException closed() {
    return new ServiceException(Code.CLOSED, "The gateway is going down; connect again.");
  }
}
