package io.belfry.gateway.rest;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;

/**
 * Something that stands in a path or a query.
 *
 * @param name its name, which is that of an argument of the operation
 * @param isNumber whether it is a number there
 */
record Parameter(String name, boolean isNumber) {

  private static final int EXCERPT = 40;

  static Parameter text(String name) {
    return new Parameter(name, false);
  }

  static Parameter number(String name) {
    return new Parameter(name, true);
  }

  Object value(String text) {
    if (!isNumber) {
      return text;
    }
    if (text.matches("[0-9]{1,19}")) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        // Too large: the sentence below says it.
      }
    }
    throw new ServiceException(
        Code.BAD_REQUEST,
        "The parameter '" + name + "' must be a whole number from 0 to " + Long.MAX_VALUE
            + ", not '" + excerpt(text) + "'.");
  }

  static String excerpt(String text) {
    return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
  }
}
