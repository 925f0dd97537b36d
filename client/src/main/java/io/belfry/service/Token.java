package io.belfry.service;

/**
 * Shows who asks. Whoever has it may do what it grants.
 *
 * @param secret the text to be shown to nobody else
 */
public record Token(String secret) {

  private static final int MAX_SECRET = 512;

  /**
   * Checks that it can travel in a header.
   *
   * @throws IllegalArgumentException if it is empty, too long or has control characters
   */
  public Token {
    Texts.requireFilled("token", secret, MAX_SECRET);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Token[***]";
  }
}
