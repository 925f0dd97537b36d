package io.belfry.message;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What travels: headers and a payload.
 *
 * <p>Expiry and priority are wishes to the transport, written as headers, so that they survive any
 * wire. A transport that does not declare the capability refuses a message that carries the wish;
 * it never ignores it.
 *
 * @param headers the headers
 * @param payload the content
 */
public record Message(Headers headers, Payload payload) {

  /** The header of {@link #withExpiry}: how long the message is worth delivering, in ms. */
  public static final String EXPIRY = "belfry-expiry-ms";

  /** The header of {@link #withPriority}: from 0 (least) to 9 (most). */
  public static final String PRIORITY = "belfry-priority";

  private static final int MAX_PRIORITY = 9;

  /** Fewer than a long can have, so that none overflows. */
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private static final long MAX_EXPIRY = 999_999_999_999_999_999L;

  /**
   * Checks the two wishes.
   *
   * @throws IllegalArgumentException with one sentence, if the header of expiry or priority is not
   *     a number in range
   */
  public Message {
    if (!headers.isEmpty()) {
      requireNumber(headers, EXPIRY, 1, MAX_EXPIRY);
      requireNumber(headers, PRIORITY, 0, MAX_PRIORITY);
    }
  }

  /**
   * A message without headers.
   *
   * @param payload the content
   * @return the message
   */
  public static Message of(Payload payload) {
    return new Message(Headers.NONE, payload);
  }

  /**
   * A message without headers whose payload is the text in UTF-8.
   *
   * @param text the content
   * @return the message
   */
  public static Message of(String text) {
    return of(Payload.of(text));
  }

  /**
   * This message with one header more.
   *
   * @param name the header's name
   * @param value the header's value
   * @return a new message
   */
  public Message with(String name, String value) {
    return new Message(headers.with(name, value), payload);
  }

  /**
   * This message with the wish not to be delivered later than the given time from now.
   *
   * @param expiry at least a millisecond
   * @return a new message
   */
  public Message withExpiry(Duration expiry) {
    return with(EXPIRY, Long.toString(Math.min(MAX_EXPIRY, TimeUnit.MILLISECONDS.convert(expiry))));
  }

  /**
   * This message with the wish to be delivered before work of lower priority.
   *
   * @param priority from 0 (least) to 9 (most); work without the wish has 4
   * @return a new message
   */
  public Message withPriority(int priority) {
    return with(PRIORITY, Integer.toString(priority));
  }

  /**
   * How long the message is worth delivering.
   *
   * @return the wish, if there is one
   */
  public Optional<Duration> expiry() {
    return headers.get(EXPIRY).map(Long::parseLong).map(Duration::ofMillis);
  }

  /**
   * The priority.
   *
   * @return the wish, if there is one
   */
  public Optional<Integer> priority() {
    return headers.get(PRIORITY).map(Integer::parseInt);
  }

  private static void requireNumber(Headers headers, String name, long least, long most) {
    headers.get(name).ifPresent(value -> requireInRange(name, value, least, most));
  }

  private static void requireInRange(String name, String value, long least, long most) {
    if (DIGITS.matcher(value).matches()) {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "The header '" + name + "' must be a number from " + least + " to " + most + ".");
  }
}
