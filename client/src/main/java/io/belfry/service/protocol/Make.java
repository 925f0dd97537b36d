package io.belfry.service.protocol;

/** Constructors of records, by the number of their components. */
final class Make {

  private Make() {}

  /** Two components. */
  interface Of2<T, A, B> {
    T of(A a, B b);
  }

  /** Three components. */
  interface Of3<T, A, B, C> {
    T of(A a, B b, C c);
  }

  /** Four components. */
  interface Of4<T, A, B, C, D> {
    T of(A a, B b, C c, D d);
  }

  /** Five components. */
  interface Of5<T, A, B, C, D, E> {
    T of(A a, B b, C c, D d, E e);
  }

  /** Six components. */
  interface Of6<T, A, B, C, D, E, F> {
    T of(A a, B b, C c, D d, E e, F f);
  }

  /** Twelve components. */
  interface Of12<T, A, B, C, D, E, F, G, H, I, J, K, L> {
    T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
  }
}
