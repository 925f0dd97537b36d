package io.belfry.service;

import io.belfry.message.Payload;

/**
 * What is published.
 *
 * @param type its media type
 * @param payload its bytes
 */
public record Content(String type, Payload payload) {

  /** The media type of text. */
  public static final String TEXT = "text/plain; charset=utf-8";

  private static final int MAX_TYPE = 200;
  private static final int LAST_ASCII = 0x7e;

  /**
   * Checks the media type.
   *
   * @throws IllegalArgumentException if it is empty, too long or not in plain ASCII
   */
  public Content {
    Texts.requireFilled("content type", type, MAX_TYPE);
    if (type.chars().anyMatch(character -> character > LAST_ASCII)) {
      throw new IllegalArgumentException(
          "The content type is not in plain ASCII; it looks like 'text/plain'.");
    }
  }

  /**
   * Text.
   *
   * @param text the text
   * @return the content, in UTF-8
   */
  public static Content of(String text) {
    return new Content(TEXT, Payload.of(text));
  }
}
