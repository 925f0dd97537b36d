package io.belfry.server.matching;

import java.util.LinkedHashSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values at one place of the index: null for none, the value itself for one, a set for more. Of
 * a million places nearly all hold one, which so costs nothing beside itself.
 */
final class Held {

  /** A type that no user of the index can have as a value. */
  private static final class Several<T> extends LinkedHashSet<T> {

    private static final long serialVersionUID = 1L;
  }

  private Held() {}

  /** With one more; the same object as before if it was there, or was a set. */
  static <T> Object with(@Nullable Object held, T value) {
    if (held == null) {
      return value;
    }
    if (held instanceof Several<?>) {
      Held.<T>set(held).add(value);
      return held;
    }
    if (held.equals(value)) {
      return held;
    }
    Several<Object> both = new Several<>();
    both.add(held);
    both.add(value);
    return both;
  }

  static <T> @Nullable Object without(@Nullable Object held, T value) {
    if (held instanceof Several<?>) {
      Several<T> set = set(held);
      set.remove(value);
      return set.size() == 1 ? set.iterator().next() : set;
    }
    return value.equals(held) ? null : held;
  }

  static <T> boolean has(@Nullable Object held, T value) {
    return held instanceof Several<?> several ? several.contains(value) : value.equals(held);
  }

  static int count(@Nullable Object held) {
    if (held == null) {
      return 0;
    }
    return held instanceof Several<?> several ? several.size() : 1;
  }

  @SuppressWarnings("unchecked") // Only values of this type were put in.
  static <T> void forEach(@Nullable Object held, Consumer<? super T> action) {
    if (held instanceof Several<?>) {
      Held.<T>set(held).forEach(action);
    } else if (held != null) {
      action.accept((T) held);
    }
  }

  @SuppressWarnings("unchecked") // Only values of this type were put in.
  private static <T> Several<T> set(Object held) {
    return (Several<T>) held;
  }
}
