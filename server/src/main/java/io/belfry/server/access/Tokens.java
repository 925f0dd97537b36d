package io.belfry.server.access;

import io.belfry.service.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Makes tokens, and the hashes by which a server knows them.
 *
 * <p>The hash is SHA-256, once. A slow hash or a salt protects what people choose, which can be
 * guessed; a token has 256 random bits, so whoever has its hash can only try all of them. That is
 * why others than such tokens are refused here.
 */
public final class Tokens {

  private static final int RANDOM_BYTES = 32;

  /** 32 bytes in Base64 for URLs, or more. */
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{43,}");

  /** A random one has 31 different characters or so, and hardly ever less than 20. */
  private static final int LEAST_VARIETY = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  /**
   * Makes a token that nobody can guess.
   *
   * @return 256 random bits as text
   */
  public static Token generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * The hash by which a token is to be known from now on.
   *
   * @param token a token that was generated
   * @return 64 hexadecimal digits
   * @throws IllegalArgumentException if the token looks as if somebody had chosen it
   */
  public static TokenHash hash(Token token) {
    String secret = token.secret();
    if (!FORM.matcher(secret).matches() || secret.chars().distinct().count() < LEAST_VARIETY) {
      throw new IllegalArgumentException(
          "The token is too weak; have one made, which has 43 random letters and digits.");
    }
    return hashOfAny(token);
  }

  /** The hash of what a client shows, which may be anything. */
  static TokenHash hashOfAny(Token token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return new TokenHash(digest.digest(token.secret().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
