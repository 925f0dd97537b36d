package io.belfry.server.access;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a server keeps of a token: enough to know it again, and nothing to show it with. */
public final class TokenHash {

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");

  private final byte[] bytes;

  TokenHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the text form.
   *
   * @param text what {@link #toString} wrote
   * @return the hash
   * @throws IllegalArgumentException if it is no hash; the sentence does not show it, since it may
   *     be a token
   */
  public static TokenHash parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "The hash of a token must be its SHA-256, written as 64 hexadecimal digits.");
    }
    return new TokenHash(HexFormat.of().parseHex(text));
  }

  /** Takes the same time wherever the two differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TokenHash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The text form, to be kept in a configuration. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
