package io.belfry.compare.run;

import io.belfry.compare.role.Troupe;

/** Where those come from who take part. */
@FunctionalInterface
public interface Troupes {

  /**
   * Another troupe, for one part or for all.
   *
   * @return a troupe without anybody, the caller's to close
   */
  Troupe next();

  /**
   * Whether each part is to have a troupe of its own.
   *
   * @return false if all share one
   */
  default boolean isEachAlone() {
    return false;
  }
}
