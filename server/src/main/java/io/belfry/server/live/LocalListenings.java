package io.belfry.server.live;

import io.belfry.message.TopicFilter;
import io.belfry.server.log.EventLog;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.Registration;
import io.belfry.service.Subscribed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** All listeners in the process of the server. Safe for any thread. */
public final class LocalListenings implements AutoCloseable {

  /** Knows a subscriber. Its methods may block, and throw a {@code ServiceException}. */
  public interface Registry {

    /**
     * Registers it, or takes it over.
     *
     * @return where it stands
     */
    Subscribed subscribe();

    /**
     * Remembers how far it has got.
     *
     * @param registration what {@link #subscribe} has answered
     * @param cursor where it stands now
     */
    void advance(Registration registration, Cursor cursor);
  }

  private final EventLog log;
  private final Executor threads;
  private final Tail tail;
  private final Set<LocalListening> listenings = ConcurrentHashMap.newKeySet();
  private final Map<LocalListening, Keeper> kept = new ConcurrentHashMap<>();

  /**
   * Begins to follow a log.
   *
   * @param log the log
   * @param threads run the listeners, which may take their time; never refuse
   */
  public LocalListenings(EventLog log, Executor threads) {
    this.log = log;
    this.threads = threads;
    this.tail = new Tail(log);
  }

  /**
   * These were committed here.
   *
   * @param events the events, by rising offset
   */
  public void committed(List<Event> events) {
    tail.committed(events);
  }

  /** The log may have grown elsewhere. */
  public void poke() {
    tail.poke();
  }

  /**
   * Tells a listener the current contents, and what comes after them.
   *
   * @param filter which topics
   * @param listener is told
   * @return the listening
   */
  public Listening now(TopicFilter filter, Listener listener) {
    Telling telling = new Telling(listener);
    Beginning beginning = new Beginning(log, filter, telling);
    return begin(wake -> follower(filter, beginning.now(), telling, wake));
  }

  /**
   * Tells a listener the events of each topic from one on.
   *
   * @param filter which topics
   * @param seq the seq of the first one
   * @param listener is told
   * @return the listening
   */
  public Listening from(TopicFilter filter, long seq, Listener listener) {
    Telling telling = new Telling(listener);
    Beginning beginning = new Beginning(log, filter, telling);
    return begin(wake -> follower(filter, beginning.from(seq), telling, wake));
  }

  /**
   * Tells a listener what comes after a cursor.
   *
   * @param filter which topics
   * @param cursor what it has
   * @param listener is told
   * @return the listening
   */
  public Listening after(TopicFilter filter, Cursor cursor, Listener listener) {
    Telling telling = new Telling(listener);
    return begin(wake -> {
      log.requireTopic(filter);
      return follower(filter, Place.after(cursor), telling, wake);
    });
  }

  /**
   * Tells a registered subscriber what it has not got yet.
   *
   * @param filter which topics
   * @param registry knows the subscriber
   * @param listener is told
   * @return the listening
   */
  public Listening as(TopicFilter filter, Registry registry, Listener listener) {
    Telling telling = new Telling(listener);
    Claim claim = new Claim(registry);
    Keeper keeper = new Keeper(claim::remember);
    LocalListening listening = new LocalListening(
        wake -> follower(filter, Place.after(claim.make()), telling, wake), threads, ended -> {
          kept.remove(ended);
          listenings.remove(ended);
          ended.place().ifPresent(keeper::keep);
        });
    kept.put(listening, keeper);
    return begin(listening);
  }

  /** Has it remembered how far the registered subscribers have got. May block. */
  public void keepCursors() {
    kept.forEach(
        (listening, keeper) -> listening.place().flatMap(keeper::keep).ifPresent(listening::fail));
  }

  /**
   * Whether listeners are told what is new.
   *
   * @return false when the thread that follows the log has ended
   */
  public boolean isFollowing() {
    return tail.isFollowing();
  }

  /**
   * How many there are.
   *
   * @return their number
   */
  public int size() {
    return listenings.size();
  }

  /** Ends all listenings. */
  @Override
  public void close() {
    listenings.forEach(LocalListening::close);
    tail.close();
  }

  private Listening begin(LocalListening.Opening opening) {
    return begin(new LocalListening(opening, threads, listenings::remove));
  }

  private Listening begin(LocalListening listening) {
    listenings.add(listening);
    listening.begin();
    return listening;
  }

  private Follower follower(TopicFilter filter, Place place, Telling telling, Runnable wake) {
    return new Follower(filter, place, log, tail, telling, wake);
  }
}
