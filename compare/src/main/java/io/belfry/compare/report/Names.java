package io.belfry.compare.report;

import java.util.Locale;

/** Constants as they are written in files: in lower case, with hyphens. */
final class Names {

  private Names() {}

  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant that is written so.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <E extends Enum<E>> E read(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("\"" + name + "\" is unknown here");
  }
}
