package io.belfry.launcher.command;

import io.belfry.service.Content;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Snapshot;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as lines, and as rows. */
final class Lines {

  private Lines() {}

  static String text(Event event) {
    return event.topic() + " " + event.seq() + " " + shown(event.content());
  }

  static String text(Snapshot snapshot) {
    return snapshot.topic() + " " + snapshot.seq() + " " + shown(snapshot.content());
  }

  static String text(Gap gap) {
    return gap.topic()
        .map(topic -> topic + " " + gap.from() + "-" + gap.to() + " are kept no more")
        .orElse("The server has a new log; what follows is all that it has.");
  }

  static Map<String, Object> row(Event event) {
    Map<String, Object> row =
        Output.row("kind", "event", "topic", event.topic().name(), "seq", event.seq());
    row.put("offset", event.offset());
    row.put("epoch", event.epoch());
    row.put("at", event.at().toString());
    row.putAll(content(event.content()));
    return row;
  }

  static Map<String, Object> row(Snapshot snapshot) {
    Map<String, Object> row =
        Output.row("kind", "snapshot", "topic", snapshot.topic().name(), "seq", snapshot.seq());
    row.put("epoch", snapshot.epoch());
    row.putAll(content(snapshot.content()));
    return row;
  }

  static Map<String, Object> row(Gap gap) {
    Map<String, Object> row =
        Output.row("kind", "gap", "reason", Output.written(gap.reason()), "epoch", gap.epoch());
    gap.topic().ifPresent(topic -> {
      row.put("topic", topic.name());
      row.put("from", gap.from());
      row.put("to", gap.to());
    });
    return row;
  }

  private static Map<String, Object> content(Content content) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("type", content.type());
    if (isText(content)) {
      row.put("text", content.payload().text());
    } else {
      row.put("base64", Base64.getEncoder().encodeToString(content.payload().toBytes()));
    }
    return row;
  }

  private static String shown(Content content) {
    return isText(content)
        ? content.payload().text()
        : "(" + content.payload().size() + " bytes, " + content.type() + ")";
  }

  private static boolean isText(Content content) {
    return content.type().startsWith("text/") || content.type().contains("json");
  }
}
