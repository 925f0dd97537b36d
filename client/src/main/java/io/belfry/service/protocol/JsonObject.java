package io.belfry.service.protocol;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object of JSON, in the order of its fields. A value is another one, a {@code List}, a
 * {@code String}, a {@code Long} or another {@code Number}, a {@code Boolean} or {@link Json#NULL}.
 */
record JsonObject(Map<String, Object> fields) {

  JsonObject {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** This object without some fields. */
  JsonObject without(Collection<String> names) {
    Map<String, Object> rest = new LinkedHashMap<>(fields);
    rest.keySet().removeAll(names);
    return new JsonObject(rest);
  }
}
