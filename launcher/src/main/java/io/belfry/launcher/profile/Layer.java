package io.belfry.launcher.profile;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One source of settings. Immutable. */
final class Layer {

  static final Layer EMPTY = new Layer(Map.of());

  private final Map<String, Written> values;

  Layer(Map<String, Written> values) {
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** All that is written there, by whole names. */
  Map<String, Written> values() {
    return values;
  }

  Optional<Written> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** This one, and what is written in the other instead. */
  Layer under(Layer other) {
    Map<String, Written> all = new TreeMap<>(values);
    all.putAll(other.values);
    return new Layer(all);
  }
}
