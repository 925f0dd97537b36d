package io.belfry.service.protocol;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.function.Function;

/** How a value looks in JSON, both ways. */
interface Form<T> {

  /** The value as a tree of JSON. */
  Object toJson(T value);

  /**
   * The value that a tree of JSON stands for.
   *
   * @throws ServiceException with {@code BAD_REQUEST} and a sentence that names the field
   */
  T fromJson(Object json, Reading at);

  /** The form of a value that is made of one with this form, and may refuse it. */
  default <U> Form<U> as(Function<T, U> make, Function<U, T> part) {
    Form<T> inner = this;
    return new Form<>() {
      @Override
      public Object toJson(U value) {
        return inner.toJson(part.apply(value));
      }

      @Override
      public U fromJson(Object json, Reading at) {
        return made(() -> make.apply(inner.fromJson(json, at)));
      }
    };
  }

  /** What is made, or a refusal with the sentence of the value that can't be. */
  static <U> U made(java.util.function.Supplier<U> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw new ServiceException(Code.BAD_REQUEST, String.valueOf(e.getMessage()), e);
    }
  }
}
