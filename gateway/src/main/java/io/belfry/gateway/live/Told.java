package io.belfry.gateway.live;

import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What receivers are told: one object for all who are told the same, so that what it becomes on its
 * way, such as the bytes of a line, is made once.
 */
public final class Told {

  private final Kind kind;
  private final Object what;
  private final Optional<Cursor> after;
  private final Map<Class<?>, Object> forms = new ConcurrentHashMap<>(2);

  /** What can be told. */
  public enum Kind {
    /** Something was published: an {@link Event}. */
    EVENT,
    /** The content that a topic has: a {@link Snapshot}. */
    SNAPSHOT,
    /** What can't be had any more: a {@link Gap}. */
    GAP,
    /** How far everything was told that was wanted: nothing but a {@link #after place}. */
    PLACE
  }

  private Told(Kind kind, Object what, Optional<Cursor> after) {
    this.kind = kind;
    this.what = what;
    this.after = after;
  }

  static Told event(Event event, Optional<Cursor> after) {
    return new Told(Kind.EVENT, event, after);
  }

  static Told snapshot(Snapshot snapshot) {
    return new Told(Kind.SNAPSHOT, snapshot, Optional.empty());
  }

  static Told gap(Gap gap, Optional<Cursor> after) {
    return new Told(Kind.GAP, gap, after);
  }

  static Told place(Cursor after) {
    return new Told(Kind.PLACE, after, Optional.of(after));
  }

  /**
   * What it is.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The event, the snapshot, the gap or the cursor.
   *
   * @return the value
   */
  public Object what() {
    return what;
  }

  /**
   * Where whoever has been told this can go on later.
   *
   * @return the place; none while a beginning is not over, which then has to begin anew
   */
  public Optional<Cursor> after() {
    return after;
  }

  /**
   * What it becomes on its way, made the first time that somebody asks.
   *
   * @param form the type of that
   * @param make makes it; always the same for one type
   * @param <T> the type of that
   * @return the form, shared by all
   */
  public <T> T as(Class<T> form, Function<Told, T> make) {
    return form.cast(forms.computeIfAbsent(form, type -> make.apply(this)));
  }
}
