package io.belfry.transport.jms;

import io.belfry.message.Address;
import io.belfry.message.TopicFilter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Wanted headers as a selector of JMS. */
final class Selector {

  private Selector() {}

  /** The selector, the same for the same headers; null if none are wanted, as JMS has it. */
  static @Nullable String of(Map<String, String> wanted) {
    return wanted.isEmpty()
        ? null
        : new TreeMap<>(wanted)
            .entrySet().stream()
                .map(header -> PropertyNames.encode(header.getKey())
                    + " = '"
                    + header.getValue().replace("'", "''")
                    + "'")
                .collect(Collectors.joining(" AND "));
  }

  /**
   * What a group is called in the broker, where one name stands for one filter and one selector:
   * the group's name, a slash, the filter; with a selector, another slash and a sum of it.
   */
  static String groupName(Address group, TopicFilter filter, @Nullable String selector) {
    String name = group + "/" + filter;
    return selector == null ? name : name + "/" + sum(selector);
  }

  private static String sum(String selector) {
    CRC32 sum = new CRC32();
    sum.update(selector.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
