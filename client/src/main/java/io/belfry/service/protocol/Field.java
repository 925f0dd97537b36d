package io.belfry.service.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A field of a record in JSON.
 *
 * @param name its name there
 * @param toJson its value of a record; none if it is left out
 * @param fromJson what the record gets of its value
 * @param ifAbsent what the record gets where it is left out; none if it must not be
 */
record Field<T, V>(
    String name,
    Function<T, Optional<Object>> toJson,
    BiFunction<Object, Reading, V> fromJson,
    Optional<V> ifAbsent) {

  /** One that must be there. */
  static <T, V> Field<T, V> field(String name, Form<V> form, Function<T, V> part) {
    return new Field<>(
        name,
        whole -> Optional.of(form.toJson(part.apply(whole))),
        form::fromJson,
        Optional.empty());
  }

  /** One that need not be there. */
  static <T, V> Field<T, Optional<V>> optional(
      String name, Form<V> form, Function<T, Optional<V>> part) {
    return new Field<>(
        name,
        whole -> part.apply(whole).map(form::toJson),
        (json, at) -> Optional.of(form.fromJson(json, at)),
        Optional.of(Optional.empty()));
  }

  /** This one, but with a value that it has where it is left out. */
  Field<T, V> or(V value) {
    return new Field<>(name, toJson, fromJson, Optional.of(value));
  }

  void write(T whole, Map<String, Object> to) {
    toJson.apply(whole).ifPresent(json -> to.put(name, json));
  }

  V read(JsonObject from, Reading at) {
    Object json = from.fields().get(name);
    return json == null
        ? ifAbsent.orElseThrow(() -> at.field(name).fault("is missing."))
        : fromJson.apply(json, at.field(name));
  }
}
