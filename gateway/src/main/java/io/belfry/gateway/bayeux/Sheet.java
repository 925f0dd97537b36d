package io.belfry.gateway.bayeux;

import io.belfry.gateway.live.Told;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshot;
import io.belfry.service.protocol.TellingCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message as it is written; what many are told is made once for all. */
final class Sheet {

  private static final String GAPS = Channels.SERVICES + "gap";
  private static final String ENDS = Channels.SERVICES + "end";

  private final String channel;
  private final String json;
  private volatile byte @Nullable [] bytes;

  private Sheet(String channel, String rest) {
    this.channel = channel;
    this.json = "{\"channel\":" + Json.quoted(channel) + "," + rest + "}";
  }

  /** What a subscription is told. */
  static Sheet of(Told told, String subscription) {
    if (told.what() instanceof Gap gap && gap.topic().isEmpty()) {
      String data = field("gap", TellingCodec.encode(gap)) + cursor(told);
      return new Sheet(GAPS, data(data + subscription(subscription)));
    }
    return told.as(Sheet.class, Sheet::shared);
  }

  private static Sheet shared(Told told) {
    if (told.what() instanceof Event event) {
      return of(event.topic(), "event", TellingCodec.encode(event), told);
    }
    if (told.what() instanceof Snapshot snapshot) {
      return of(snapshot.topic(), "snapshot", TellingCodec.encode(snapshot), told);
    }
    Gap gap = (Gap) told.what();
    return of(gap.topic().orElseThrow(), "gap", TellingCodec.encode(gap), told);
  }

  private static Sheet of(Topic topic, String name, Payload value, Told told) {
    return new Sheet(Channels.of(topic), data(field(name, value) + cursor(told)));
  }

  /** A subscription has ended. */
  static Sheet end(ServiceException reason, String subscription) {
    String error = field("error", TellingCodec.encode(reason));
    return new Sheet(ENDS, data(error + subscription(subscription)));
  }

  /** The answer to an operation. */
  static Sheet answer(String channel, @Nullable String id, Map<String, Object> answer) {
    String number = id == null ? "" : "\"id\":" + Json.quoted(id) + ",";
    String outcome = "\"successful\":" + answer.containsKey("ok") + ",";
    return new Sheet(channel, number + outcome + "\"data\":" + Json.write(answer));
  }

  private static String data(String fields) {
    return "\"data\":{" + fields + "}";
  }

  private static String field(String name, Payload value) {
    return "\"" + name + "\":" + value.text();
  }

  private static String cursor(Told told) {
    Optional<String> cursor = told.after().map(place -> Json.quoted(place.toString()));
    return cursor.map(text -> ",\"cursor\":" + text).orElse("");
  }

  private static String subscription(String channel) {
    return ",\"subscription\":" + Json.quoted(channel);
  }

  String channel() {
    return channel;
  }

  String json() {
    return json;
  }

  /** Only long polling needs them. */
  byte[] bytes() {
    byte[] made = bytes;
    if (made == null) {
      made = json.getBytes(StandardCharsets.UTF_8);
      bytes = made;
    }
    return made;
  }
}
