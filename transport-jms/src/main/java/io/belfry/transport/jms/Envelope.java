package io.belfry.transport.jms;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Belfry's message in a JMS message, and out of it. */
final class Envelope {

  private static final Logger LOG = System.getLogger(Envelope.class.getName());

  private Envelope() {}

  /** Writes headers as properties, and the payload by way of a scratch array with room for it. */
  static void write(Message message, byte[] scratch, BytesMessage to) throws JMSException {
    if (!message.headers().isEmpty()) {
      for (Map.Entry<String, String> header : message.headers().values().entrySet()) {
        to.setStringProperty(PropertyNames.encode(header.getKey()), header.getValue());
      }
    }
    message.payload().copyTo(scratch, 0);
    to.writeBytes(scratch, 0, message.payload().size());
  }

  /**
   * Reads a message, from whomever it may come.
   *
   * @return the message, or nothing if it breaks a rule, or is of a kind that is not read. An
   *     object message is never looked into: that would run whatever its sender likes
   */
  static Optional<Message> read(jakarta.jms.Message from, int maxPayload) {
    try {
      return from instanceof BytesMessage || from instanceof TextMessage
          ? Optional.of(new Message(headers(from), payload(from, maxPayload)))
          : Optional.empty();
    } catch (JMSException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A message can't be read", e);
      return Optional.empty();
    }
  }

  /** Whether it is too late for this message. */
  static boolean hasExpired(jakarta.jms.Message message) throws JMSException {
    long expiration = message.getJMSExpiration();
    return expiration > 0 && expiration <= System.currentTimeMillis();
  }

  private static Payload payload(jakarta.jms.Message from, int maxPayload) throws JMSException {
    if (from instanceof BytesMessage bytes) {
      return bytes(bytes, maxPayload);
    }
    String text = ((TextMessage) from).getText();
    return Payload.of(text == null ? "" : text);
  }

  private static Payload bytes(BytesMessage from, int maxPayload) throws JMSException {
    long length = from.getBodyLength();
    if (length > maxPayload) {
      throw new IllegalArgumentException("The payload has " + length + " bytes.");
    }
    int size = (int) length;
    if (size == 0) {
      return Payload.EMPTY;
    }
    byte[] bytes = new byte[size];
    from.readBytes(bytes);
    return Payload.wrap(bytes, 0, size);
  }

  private static Headers headers(jakarta.jms.Message from) throws JMSException {
    Enumeration<?> names = from.getPropertyNames();
    if (!names.hasMoreElements()) {
      return Headers.NONE;
    }
    Map<String, String> values = new LinkedHashMap<>();
    while (names.hasMoreElements()) {
      String property = String.valueOf(names.nextElement());
      Optional<String> header = PropertyNames.decode(property);
      if (header.isPresent()) {
        text(from.getObjectProperty(property)).ifPresent(value -> values.put(header.get(), value));
      }
    }
    return values.isEmpty() ? Headers.NONE : legal(values);
  }

  /** Without the headers that break a rule; all together they may still break one. */
  private static Headers legal(Map<String, String> values) {
    try {
      return new Headers(values);
    } catch (IllegalArgumentException e) {
      Map<String, String> legal = new LinkedHashMap<>(values);
      legal.entrySet().removeIf(header -> !isLegal(header));
      return new Headers(legal);
    }
  }

  private static boolean isLegal(Map.Entry<String, String> header) {
    try {
      return !Headers.of(header.getKey(), header.getValue()).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A property's value as a header's, if it can be one. */
  private static Optional<String> text(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? Optional.of(value.toString())
        : Optional.empty();
  }
}
