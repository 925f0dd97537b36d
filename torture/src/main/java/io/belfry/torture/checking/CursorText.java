package io.belfry.torture.checking;

import java.util.HashMap;
import java.util.Map;

/**
 * What the text of a cursor says.
 *
 * @param epoch the log's epoch
 * @param offset every event up to this one is covered
 * @param ahead and of these topics every one up to this seq
 */
record CursorText(String epoch, long offset, Map<String, Long> ahead) {

  static CursorText parse(String text) {
    String[] parts = text.split("/", -1);
    Map<String, Long> ahead = new HashMap<>();
    for (int i = 2; i < parts.length; i++) {
      int colon = parts[i].lastIndexOf(':');
      ahead.put(parts[i].substring(0, colon), Long.parseLong(parts[i].substring(colon + 1)));
    }
    return new CursorText(parts[0], Long.parseLong(parts[1]), ahead);
  }

  /** The last event of a topic that is covered. */
  long covered(String topic, Ledger ledger) {
    return Math.max(ahead.getOrDefault(topic, 0L), ledger.lastUpTo(epoch, topic, offset));
  }
}
