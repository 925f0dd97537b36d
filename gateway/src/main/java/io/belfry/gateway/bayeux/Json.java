package io.belfry.gateway.bayeux;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.io.IOException;
import java.util.Map;

/** JSON as maps, lists, texts and numbers that stay as they are. */
final class Json {

  private static final JSON STRICT = JSON.std
      .with(
          JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS,
          JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS,
          JSON.Feature.WRITE_NULL_PROPERTIES)
      .without(JSON.Feature.USE_DEFERRED_MAPS);

  private Json() {}

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException with a sentence that shows nothing of what was read
   */
  static Object read(String json) {
    try {
      return STRICT.anyFrom(json);
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** Reads what the service has written. */
  static Map<String, Object> read(Payload payload) {
    try {
      return STRICT.mapFrom(payload.toBytes());
    } catch (IOException e) {
      throw new IllegalStateException("The service writes JSON.", e);
    }
  }

  static String write(Object value) {
    try {
      return STRICT.asString(value);
    } catch (IOException e) {
      throw new IllegalStateException("Only what was read is written.", e);
    }
  }

  /**
   * Writes what somebody has sent.
   *
   * @throws ServiceException with {@code BAD_REQUEST}, if a text has half a character
   */
  static Payload payload(Object value) {
    try {
      byte[] bytes = STRICT.asBytes(value);
      return Payload.wrap(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ServiceException(Code.BAD_REQUEST, "A text has half a surrogate pair.", e);
    }
  }

  static String quoted(String text) {
    return write(text);
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "This is no JSON, or a name stands twice, or it is nested too deep.");
  }
}
