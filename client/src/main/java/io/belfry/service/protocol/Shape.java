package io.belfry.service.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The form of a record: an object with a field for each component. */
final class Shape<T> implements Form<T> {

  /** The components of a record that is being read. */
  interface Parts<T> {

    <V> V get(Field<T, V> field);
  }

  private final List<Field<T, ?>> fields;
  private final Function<Parts<T>, T> make;

  private Shape(List<Field<T, ?>> fields, Function<Parts<T>, T> make) {
    this.fields = fields;
    this.make = make;
  }

  @Override
  public JsonObject toJson(T value) {
    Map<String, Object> to = new LinkedHashMap<>();
    fields.forEach(field -> field.write(value, to));
    return new JsonObject(to);
  }

  @Override
  public T fromJson(Object json, Reading at) {
    if (!(json instanceof JsonObject object)) {
      throw at.expected("an object", json);
    }
    if (at.isStrict()) {
      refuseUnknown(object, at);
    }
    return Form.made(() -> make.apply(new Parts<>() {
      @Override
      public <V> V get(Field<T, V> field) {
        return field.read(object, at);
      }
    }));
  }

  private void refuseUnknown(JsonObject object, Reading at) {
    List<String> known = fields.stream().map(Field::name).toList();
    for (String name : object.fields().keySet()) {
      if (!known.contains(name)) {
        throw at.field(name).fault("is not known here; " + Hint.of(name, known));
      }
    }
  }

  static <T> Shape<T> of(T only) {
    return new Shape<>(List.of(), parts -> only);
  }

  static <T, A> Shape<T> of(Function<A, T> make, Field<T, A> a) {
    return new Shape<>(List.of(a), parts -> make.apply(parts.get(a)));
  }

  static <T, A, B> Shape<T> of(Make.Of2<T, A, B> make, Field<T, A> a, Field<T, B> b) {
    return new Shape<>(List.of(a, b), parts -> make.of(parts.get(a), parts.get(b)));
  }

  static <T, A, B, C> Shape<T> of(
      Make.Of3<T, A, B, C> make, Field<T, A> a, Field<T, B> b, Field<T, C> c) {
    return new Shape<>(
        List.of(a, b, c), parts -> make.of(parts.get(a), parts.get(b), parts.get(c)));
  }

  static <T, A, B, C, D> Shape<T> of(
      Make.Of4<T, A, B, C, D> make, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d) {
    return new Shape<>(
        List.of(a, b, c, d),
        parts -> make.of(parts.get(a), parts.get(b), parts.get(c), parts.get(d)));
  }

  static <T, A, B, C, D, E> Shape<T> of(
      Make.Of5<T, A, B, C, D, E> make,
      Field<T, A> a,
      Field<T, B> b,
      Field<T, C> c,
      Field<T, D> d,
      Field<T, E> e) {
    return new Shape<>(
        List.of(a, b, c, d, e),
        parts -> make.of(parts.get(a), parts.get(b), parts.get(c), parts.get(d), parts.get(e)));
  }

  static <T, A, B, C, D, E, F> Shape<T> of(
      Make.Of6<T, A, B, C, D, E, F> make,
      Field<T, A> a,
      Field<T, B> b,
      Field<T, C> c,
      Field<T, D> d,
      Field<T, E> e,
      Field<T, F> f) {
    return new Shape<>(
        List.of(a, b, c, d, e, f),
        parts -> make.of(
            parts.get(a), parts.get(b), parts.get(c), parts.get(d), parts.get(e), parts.get(f)));
  }

  static <T, A, B, C, D, E, F, G, H, I, J, K, L> Shape<T> of(
      Make.Of12<T, A, B, C, D, E, F, G, H, I, J, K, L> make,
      Field<T, A> a,
      Field<T, B> b,
      Field<T, C> c,
      Field<T, D> d,
      Field<T, E> e,
      Field<T, F> f,
      Field<T, G> g,
      Field<T, H> h,
      Field<T, I> i,
      Field<T, J> j,
      Field<T, K> k,
      Field<T, L> l) {
    return new Shape<>(
        List.of(a, b, c, d, e, f, g, h, i, j, k, l),
        parts -> make.of(
            parts.get(a),
            parts.get(b),
            parts.get(c),
            parts.get(d),
            parts.get(e),
            parts.get(f),
            parts.get(g),
            parts.get(h),
            parts.get(i),
            parts.get(j),
            parts.get(k),
            parts.get(l)));
  }
}
