package io.belfry.service.protocol;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Reserved;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event as a message of the wire: the content is the payload, the rest are CloudEvents
 * attributes as headers, in binary mode.
 */
public final class EventCodec {

  private static final String VERSION = "1.0";
  private static final String TYPE = "io.belfry.event";
  private static final String SOURCE = "/belfry/";

  /** A number from 1 on, written in one way only, that fits a long. */
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private EventCodec() {}

  /**
   * Writes an event.
   *
   * @param event the event
   * @return the message to publish on the event's topic
   */
  public static Message encode(Event event) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce-specversion", VERSION);
    headers.put("ce-type", TYPE);
    headers.put("ce-source", SOURCE + event.epoch());
    headers.put("ce-id", Long.toString(event.offset()));
    headers.put("ce-subject", event.topic().name());
    headers.put("ce-seq", Long.toString(event.seq()));
    headers.put("ce-time", event.at().toString());
    headers.put("content-type", event.content().type());
    return new Message(new Headers(headers), event.content().payload());
  }

  /**
   * Reads an event. Anybody may write to a wire, so nothing is taken on trust.
   *
   * @param topic the topic that the message was published on
   * @param message the message
   * @return the event; empty if the message is none, or not one of this topic
   */
  public static Optional<Event> decode(Topic topic, Message message) {
    Headers headers = message.headers();
    if (!is(headers, "ce-specversion", VERSION)
        || !is(headers, "ce-type", TYPE)
        || !is(headers, "ce-subject", topic.name())
        || Reserved.holds(topic)) {
      return Optional.empty();
    }
    return read(topic, message).filter(event -> event.seq() <= event.offset());
  }

  private static Optional<Event> read(Topic topic, Message message) {
    Headers headers = message.headers();
    Optional<String> epoch = epoch(headers);
    Optional<Long> offset = number(headers, "ce-id");
    Optional<Long> seq = number(headers, "ce-seq");
    Optional<Instant> time = time(headers);
    Optional<Content> content = content(message);
    if (epoch.isEmpty()
        || offset.isEmpty()
        || seq.isEmpty()
        || time.isEmpty()
        || content.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Event(epoch.get(), offset.get(), topic, seq.get(), time.get(), content.get()));
  }

  private static Optional<String> epoch(Headers headers) {
    return headers
        .get("ce-source")
        .filter(source -> source.startsWith(SOURCE))
        .map(source -> source.substring(SOURCE.length()))
        .filter(EventCodec::isEpoch);
  }

  private static boolean isEpoch(String text) {
    try {
      return Cursor.at(text, 0).epoch().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<Long> number(Headers headers, String name) {
    return headers.get(name).filter(text -> NUMBER.matcher(text).matches()).map(Long::valueOf);
  }

  private static Optional<Instant> time(Headers headers) {
    try {
      return headers.get("ce-time").map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Content> content(Message message) {
    try {
      return message
          .headers()
          .get("content-type")
          .map(type -> new Content(type, message.payload()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean is(Headers headers, String name, String value) {
    return headers.get(name).filter(value::equals).isPresent();
  }
}
