package io.belfry.service;

import io.belfry.message.Topic;
import java.util.Optional;

/**
 * What is to be published.
 *
 * @param topic what it is about
 * @param content what has changed
 * @param key makes a repeat harmless: the same key gives the first result, for a day or so
 */
public record Publication(Topic topic, Content content, Optional<String> key) {

  /** How many characters a key has at most. */
  public static final int MAX_KEY = 200;

  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException if it is empty, too long or has control characters
   */
  public Publication {
    key.ifPresent(text -> Texts.requireFilled("idempotency key", text, MAX_KEY));
  }

  /**
   * Text without a key.
   *
   * @param topic what it is about
   * @param text what has changed
   * @return what is to be published
   */
  public static Publication of(Topic topic, String text) {
    return new Publication(topic, Content.of(text), Optional.empty());
  }

  /**
   * The same with a key.
   *
   * @param name a text that no other publication has
   * @return what is to be published
   */
  public Publication withKey(String name) {
    return new Publication(topic, content, Optional.of(name));
  }
}
