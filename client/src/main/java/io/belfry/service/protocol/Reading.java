package io.belfry.service.protocol;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;

/**
 * Where in a message a value stands, and how it is read.
 *
 * @param place the way to it, such as {@code content.text}; empty for the whole
 * @param isStrict whether a field that is not known is a fault: so it is in a request, while an
 *     answer may come from a newer service
 */
record Reading(String place, boolean isStrict) {

  static final Reading REQUEST = new Reading("", true);
  static final Reading ANSWER = new Reading("", false);

  Reading field(String name) {
    return new Reading(place.isEmpty() ? name : place + "." + name, isStrict);
  }

  Reading item(int index) {
    return new Reading(place + "[" + index + "]", isStrict);
  }

  /** The failure to read the value; its sentence begins with the value's place. */
  ServiceException fault(String what) {
    String subject = place.isEmpty() ? "The message" : "The field '" + Excerpt.of(place) + "'";
    return new ServiceException(Code.BAD_REQUEST, subject + " " + what);
  }

  /** The failure of a value that is something else. */
  ServiceException expected(String kind, Object found) {
    return fault("must be " + kind + ", not " + kindOf(found) + ".");
  }

  private static String kindOf(Object json) {
    if (json instanceof String) {
      return "a text";
    }
    if (json instanceof Number) {
      return json instanceof Long ? "a number" : "a broken or a very large number";
    }
    if (json instanceof Boolean) {
      return "true or false";
    }
    return json instanceof JsonObject ? "an object" : json == Json.NULL ? "null" : "a list";
  }
}
