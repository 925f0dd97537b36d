package io.belfry.service.protocol;

import static io.belfry.service.protocol.Field.field;

import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands around the arguments and the answer. */
final class Envelope {

  private static final String VERSION = "v";
  private static final String OPERATION = "op";
  private static final String OK = "ok";
  private static final String ERROR = "error";

  private Envelope() {}

  /** A request whose operation is known, and whose arguments are still to be read. */
  record Request(Operation<?, ?> operation, JsonObject arguments) {}

  static JsonObject request(String operation, Object arguments) {
    Map<String, Object> fields = versioned(OPERATION, operation);
    fields.putAll(((JsonObject) arguments).fields());
    return new JsonObject(fields);
  }

  static JsonObject ok(Object answer) {
    return new JsonObject(versioned(OK, answer));
  }

  static JsonObject error(ServiceException failure) {
    return new JsonObject(versioned(ERROR, Failure.FAILURE.toJson(Failure.of(failure))));
  }

  /**
   * Reads a request up to its arguments.
   *
   * @throws ServiceException with {@code BAD_REQUEST}, {@code UNSUPPORTED_VERSION} or
   *     {@code UNKNOWN_OPERATION}
   */
  static Request request(Payload payload) {
    JsonObject whole = object(Json.read(payload), Reading.REQUEST);
    requireVersion(whole);
    String name = required(whole, OPERATION, Forms.TEXT, Reading.REQUEST);
    Operation<?, ?> operation = Operations.BY_NAME.get(name);
    if (operation == null) {
      throw unknown(name);
    }
    return new Request(operation, whole.without(Set.of(VERSION, OPERATION)));
  }

  /**
   * Reads a reply.
   *
   * @throws ServiceException the failure that it tells; {@code INTERNAL} if it can't be read
   */
  static <R> R answer(Payload payload, Form<R> form) {
    JsonObject whole;
    try {
      whole = object(Json.read(payload), Reading.ANSWER);
      requireVersion(whole);
      if (!whole.fields().containsKey(ERROR)) {
        return required(whole, OK, form, Reading.ANSWER);
      }
    } catch (ServiceException e) {
      throw unreadable(e);
    }
    throw failure(whole);
  }

  private static ServiceException failure(JsonObject whole) {
    try {
      return required(whole, ERROR, Failure.FAILURE, Reading.ANSWER).exception();
    } catch (ServiceException e) {
      return unreadable(e);
    }
  }

  private static Map<String, Object> versioned(String name, Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(VERSION, (long) Protocol.VERSION);
    fields.put(name, value);
    return fields;
  }

  private static JsonObject object(Object json, Reading at) {
    if (json instanceof JsonObject object) {
      return object;
    }
    throw at.expected("an object", json);
  }

  private static void requireVersion(JsonObject whole) {
    long version = required(whole, VERSION, Forms.COUNT, Reading.REQUEST);
    if (version != Protocol.VERSION) {
      throw new ServiceException(
          Code.UNSUPPORTED_VERSION,
          "The version " + version + " of the protocol is not spoken here; version "
              + Protocol.VERSION + " is.");
    }
  }

  private static <V> V required(JsonObject whole, String name, Form<V> form, Reading at) {
    return field(name, form, (JsonObject any) -> {
          throw new IllegalStateException("It is only read.");
        })
        .read(whole, at);
  }

  private static ServiceException unknown(String name) {
    List<String> known = Operations.ALL.stream().<String>map(Operation::name).toList();
    return new ServiceException(
        Code.UNKNOWN_OPERATION,
        "There is no operation '" + Excerpt.of(name) + "'; there are " + String.join(", ", known)
            + ".");
  }

  private static ServiceException unreadable(ServiceException why) {
    return new ServiceException(
        Code.INTERNAL, "The service's answer can't be read. " + why.getMessage(), why);
  }
}
