package io.belfry.transport.mqtt;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a message stands in a packet: the payload is the payload, each header a user property but for
 * the type of the content, which MQTT has a place for. What comes from strangers and is no header
 * of ours is left out.
 */
final class Codec {

  private static final String CONTENT_TYPE = "content-type";

  /** What begins a user property that is no header: no header's name can begin so. */
  private static final char NO_HEADER = ':';

  private Codec() {}

  /**
   * A message as MQTT has it.
   *
   * @param message the message
   * @param qos the quality of service
   * @return a new message, whose properties may be added to
   */
  static MqttMessage encode(Message message, int qos) {
    MqttProperties properties = new MqttProperties();
    if (!message.headers().isEmpty()) {
      encode(message, properties);
    }
    return new MqttMessage(message.payload().toBytes(), qos, false, properties);
  }

  /**
   * The message that arrived.
   *
   * @param message what Paho has made of the packet
   * @return the message, whatever is in the packet
   */
  static Message decode(MqttMessage message) {
    byte[] bytes = message.getPayload();
    Payload payload = Payload.wrap(bytes, 0, bytes.length);
    MqttProperties properties = message.getProperties();
    List<UserProperty> pairs = properties.getUserProperties();
    return pairs.isEmpty() && properties.getContentType() == null
        ? Message.of(payload)
        : new Message(headers(pairs, properties.getContentType()), payload);
  }

  /** The moment when the message is not worth delivering any more, as {@link System#nanoTime}. */
  static long expiresAt(MqttMessage arrived, Message message) {
    Long seconds = arrived.getProperties().getMessageExpiryInterval();
    if (seconds == null && message.headers().isEmpty()) {
      return Expiry.NEVER;
    }
    Long millis = message.expiry().map(limit -> limit.toMillis()).orElse(null);
    return Expiry.in(Expiry.left(millis, seconds));
  }

  /** A user property that is no header. */
  static void add(MqttMessage message, String name, String value) {
    message.getProperties().getUserProperties().add(new UserProperty(NO_HEADER + name, value));
  }

  /** The value of a user property that is no header, or nothing. */
  static @Nullable String get(MqttMessage message, String name) {
    String wanted = NO_HEADER + name;
    for (UserProperty pair : message.getProperties().getUserProperties()) {
      if (wanted.equals(pair.getKey())) {
        return pair.getValue();
      }
    }
    return null;
  }

  /** Such a value as a number, or nothing if it is none. */
  static @Nullable Long number(MqttMessage message, String name) {
    String value = get(message, name);
    try {
      return value == null ? null : Long.valueOf(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static void encode(Message message, MqttProperties properties) {
    Map<String, String> values = message.headers().values();
    List<UserProperty> pairs = new ArrayList<>(values.size());
    values.forEach((name, value) -> {
      requireSendable(name, value);
      if (name.equals(CONTENT_TYPE)) {
        properties.setContentType(value);
      } else {
        pairs.add(new UserProperty(name, value));
      }
    });
    properties.setUserProperties(pairs);
    message
        .expiry()
        .ifPresent(limit -> properties.setMessageExpiryInterval(Expiry.seconds(limit.toMillis())));
  }

  /** Paho would find it out on its own thread, and end the connection. */
  private static void requireSendable(String name, String value) {
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      if (c >= 0xFDD0 && (c <= 0xFDDF || (c & 0xFFFE) == 0xFFFE)) {
        throw new TransportException(
            Category.REFUSED,
            String.format(
                "The value of header '%s' contains U+%04X, which MQTT can't carry.", name, c));
      }
      i += Character.charCount(c);
    }
  }

  private static Headers headers(List<UserProperty> pairs, @Nullable String contentType) {
    Map<String, String> values = new LinkedHashMap<>();
    if (contentType != null) {
      values.put(CONTENT_TYPE, contentType);
    }
    for (UserProperty pair : pairs) {
      if (pair.getKey().isEmpty() || pair.getKey().charAt(0) != NO_HEADER) {
        values.put(pair.getKey(), pair.getValue());
      }
    }
    if (values.isEmpty()) {
      return Headers.NONE;
    }
    try {
      return legal(new Headers(values));
    } catch (IllegalArgumentException e) {
      return whatIsLegal(values);
    }
  }

  private static Headers whatIsLegal(Map<String, String> values) {
    Map<String, String> kept = new LinkedHashMap<>();
    int room = Headers.MAX_BYTES;
    for (Map.Entry<String, String> value : values.entrySet()) {
      int size = size(value.getKey(), value.getValue());
      if (size <= room && isLegal(value.getKey(), value.getValue())) {
        kept.put(value.getKey(), value.getValue());
        room -= size;
      }
    }
    return new Headers(kept);
  }

  private static int size(String name, String value) {
    return name.length() + value.getBytes(StandardCharsets.UTF_8).length + 2;
  }

  private static boolean isLegal(String name, String value) {
    try {
      legal(Headers.of(name, value));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Headers of which a message can be made: the wishes among them are numbers in range. */
  private static Headers legal(Headers headers) {
    return new Message(headers, Payload.EMPTY).headers();
  }
}
