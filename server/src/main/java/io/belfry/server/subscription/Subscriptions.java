package io.belfry.server.subscription;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Principal;
import io.belfry.server.log.EventLog;
import io.belfry.server.log.LogEnd;
import io.belfry.server.matching.SharedFilters;
import io.belfry.server.store.Store;
import io.belfry.service.Cursor;
import io.belfry.service.Registration;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Subscribed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * The subscriptions that the service remembers. Each belongs to an owner, the name of the token
 * that has made it, and is nobody else's. Safe for any thread; all operations block, and throw a
 * {@code StoreException} where the database fails.
 *
 * <p>Whoever subscribes draws a fence before, which is higher than all others until then; only the
 * claim with the highest one moves the cursor. So a claim may come twice, or late, and does no more
 * than it did the first time.
 */
public final class Subscriptions {

  private static final String KIND = "subscription";
  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final int DELETED_AT_ONCE = 1_000;

  private final Store store;
  private final SubscriptionConfig config;
  private final EventLog log;
  private final InstantSource clock;
  private final SharedFilters filters;

  /**
   * Opens what the store has.
   *
   * @param store where they are
   * @param config how much is remembered
   * @param log the log in the same store, whose places the cursors are
   */
  public Subscriptions(Store store, SubscriptionConfig config, EventLog log) {
    this(store, config, log, InstantSource.system());
  }

  Subscriptions(Store store, SubscriptionConfig config, EventLog log, InstantSource clock) {
    this.store = store;
    this.log = log;
    this.config = config;
    this.clock = clock;
    this.filters = new SharedFilters(store, KIND, "SELECT id, filter FROM subscription");
  }

  /**
   * Draws a fence.
   *
   * @return a number higher than all before
   */
  public long drawFence() {
    return store.inTransaction(filters::next);
  }

  /**
   * Makes a subscription, or takes it over.
   *
   * @param owner whose it is
   * @param claim who subscribes to what, and the fence that was drawn for it
   * @return where the subscriber stands, and the contents, read after that
   * @throws ServiceException with {@code FENCED} if another has claimed it with a higher fence,
   *     {@code BAD_REQUEST} if the fence was not drawn here or the subscriber has too many,
   *     {@code BUSY} if there are too many in all
   */
  public Subscribed subscribe(Principal owner, Registration claim) {
    Row row = store.inTransaction(handle -> claimed(handle, owner.name(), claim));
    filters.expire();
    return new Subscribed(
        claim,
        row.maker() == claim.fence(),
        row.cursor(),
        log.snapshot(Selection.of(claim.filter())));
  }

  private Row claimed(Handle handle, String owner, Registration claim) {
    long version = filters.next(handle);
    requireDrawn(claim, version);
    Optional<Row> found = Row.lock(handle, store.dialect(), owner, claim);
    if (found.isEmpty()) {
      return insert(handle, version, owner, claim);
    }
    if (found.get().fence() > claim.fence()) {
      throw fenced(claim);
    }
    found.get().takeOver(handle, claim.fence(), clock.millis());
    return found.get();
  }

  private Row insert(Handle handle, long version, String owner, Registration claim) {
    requireRoom(handle, owner, claim.subscriber());
    Row row = Row.insert(handle, owner, claim, LogEnd.in(handle), clock.millis());
    filters.grow(handle, 1);
    filters.add(handle, version, row.id(), claim.filter());
    return row;
  }

  /** A fence from the future would lock its owner out for as long. */
  private static void requireDrawn(Registration claim, long version) {
    if (claim.fence() < 1 || claim.fence() >= version) {
      throw new ServiceException(
          Code.BAD_REQUEST,
          "The fence " + claim.fence() + " was not drawn from this service; draw one first.");
    }
  }

  private void requireRoom(Handle handle, String owner, Topic subscriber) {
    int its = handle
        .createQuery("SELECT count(*) FROM subscription WHERE owner = ? AND subscriber = ?")
        .bind(0, owner)
        .bind(1, subscriber.name())
        .mapTo(Integer.class)
        .one();
    if (its >= config.forEach()) {
      throw new ServiceException(
          Code.BAD_REQUEST,
          "The subscriber '" + subscriber + "' has " + its + " subscriptions; cancel some, or use"
              + " filters with wildcards.");
    }
    if (filters.entries(handle) >= config.inAll()) {
      throw ServiceException.busy(
          "There are as many subscriptions as this service can keep; try again later.", RETRY);
    }
  }

  /**
   * Moves a cursor forwards. What is behind the stored one is taken as told late, and changes
   * nothing.
   *
   * @param owner whose it is
   * @param registration the claim
   * @param cursor how far the subscriber has got
   * @throws ServiceException with {@code FENCED} if another has taken over,
   *     {@code UNKNOWN_SUBSCRIPTION} if there is no such subscription, {@code STALE_CURSOR} if the
   *     place is not in this log, {@code TOO_LARGE} if the cursor is
   */
  public void advance(Principal owner, Registration registration, Cursor cursor) {
    requireShort(cursor);
    store.inTransaction(handle -> {
      Row row = Row.lock(handle, store.dialect(), owner.name(), registration)
          .orElseThrow(() -> unknown(registration));
      if (row.fence() != registration.fence()) {
        throw fenced(registration);
      }
      requireInLog(cursor, LogEnd.in(handle));
      Cursor further = Progress.further(row.cursor(), cursor);
      requireShort(further);
      row.moveTo(handle, further, clock.millis());
      return true;
    });
  }

  private void requireShort(Cursor cursor) {
    int length = cursor.toString().length();
    if (length > config.cursorLength()) {
      throw new ServiceException(
          Code.TOO_LARGE,
          "The cursor has " + length + " characters; at most " + config.cursorLength()
              + " are kept.");
    }
  }

  private static void requireInLog(Cursor cursor, Cursor end) {
    if (!cursor.epoch().equals(end.epoch()) || cursor.offset() > end.offset()) {
      throw new ServiceException(
          Code.STALE_CURSOR,
          "The cursor is not in this log, which has another epoch or ends before it.");
    }
  }

  private static ServiceException fenced(Registration registration) {
    return new ServiceException(
        Code.FENCED,
        "Another has taken over the subscription of '" + registration.subscriber() + "' to '"
            + registration.filter() + "'; subscribe again to take it back.");
  }

  private static ServiceException unknown(Registration registration) {
    return new ServiceException(
        Code.UNKNOWN_SUBSCRIPTION,
        "There is no subscription of '" + registration.subscriber() + "' to '"
            + registration.filter() + "'; subscribe first.");
  }

  /**
   * Cancels a subscription, if there is one.
   *
   * @param owner whose it is
   * @param subscriber the name that was given
   * @param filter the filter that was given
   * @return whether there was one
   */
  public boolean unsubscribe(Principal owner, Topic subscriber, TopicFilter filter) {
    boolean wasThere = store.inTransaction(handle -> {
      long version = filters.next(handle);
      Optional<Row> row = Row.lock(handle, store.dialect(), owner.name(), subscriber, filter);
      row.ifPresent(found -> {
        handle.execute("DELETE FROM subscription WHERE id = ?", found.id());
        filters.grow(handle, -1);
        filters.remove(handle, version, found.id(), filter);
      });
      return row.isPresent();
    });
    filters.expire();
    return wasThere;
  }

  /**
   * The oldest event of the present log that a subscriber may still want.
   *
   * @return the offset after the rearmost cursor; nothing if there is no cursor in this log
   */
  public OptionalLong neededFrom() {
    Optional<Long> rearmost = store.read(handle -> handle
        .createQuery("SELECT min(cursor_offset) FROM subscription WHERE epoch = ?")
        .bind(0, LogEnd.in(handle).epoch())
        .mapTo(Long.class)
        .findOne());
    return rearmost.map(offset -> OptionalLong.of(offset + 1)).orElseGet(OptionalLong::empty);
  }

  /**
   * Forgets subscriptions that nobody has moved, or taken over, for too long.
   *
   * @return how many
   */
  public int expire() {
    int all = 0;
    int some;
    do {
      some = expireSome();
      all += some;
    } while (some == DELETED_AT_ONCE);
    return all;
  }

  private int expireSome() {
    long before = clock.millis() - config.abandonedAfter().toMillis();
    int forgotten = store.inTransaction(handle -> {
      long version = filters.next(handle);
      var gone = handle
          .createQuery("DELETE FROM subscription WHERE id IN (SELECT id FROM subscription"
              + " WHERE touched < ? LIMIT ?) AND touched < ? RETURNING id, filter")
          .bind(0, before)
          .bind(1, DELETED_AT_ONCE)
          .bind(2, before)
          .map((row, context) -> new Gone(row.getLong(1), new TopicFilter(row.getString(2))))
          .list();
      gone.forEach(each -> filters.remove(handle, version, each.id(), each.filter()));
      filters.grow(handle, -gone.size());
      return gone.size();
    });
    filters.expire();
    return forgotten;
  }

  /**
   * How many subscriptions want a topic; those made at other servers are counted within a second or
   * so.
   *
   * @param topic the topic in question
   * @return their number
   */
  public long count(Topic topic) {
    return filters.count(topic);
  }

  /**
   * How many subscriptions there are; those made at other servers are counted within a second or
   * so.
   *
   * @return their number
   */
  public long count() {
    return filters.size();
  }

  private record Gone(long id, TopicFilter filter) {}
}
