package io.belfry.server.mailbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address is sent: which registration, and 128 random bits that only its owner can know.
 * What is stored is the hash; to find the row nobody has to compare secrets.
 *
 * @param id of the registration
 * @param secret the random part
 */
record ConfirmationCode(long id, String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;
  private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,12})-([0-9A-Za-z_-]{22})");

  static ConfirmationCode random(long id) {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new ConfirmationCode(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static Optional<ConfirmationCode> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new ConfirmationCode(
            Long.parseLong(parts.group(1), Character.MAX_RADIX), parts.group(2)))
        : Optional.empty();
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Takes the same time wherever the two differ. */
  boolean hasHash(byte[] stored) {
    return MessageDigest.isEqual(stored, hash());
  }

  /** As it stands in the mail. */
  String text() {
    return Long.toString(id, Character.MAX_RADIX) + "-" + secret;
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ConfirmationCode[" + id + "]";
  }
}
