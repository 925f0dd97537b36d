package io.belfry.gateway.http;

import io.belfry.service.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * For whom sessions and requests are counted.
 *
 * @param name tells one from the other, and nobody the token
 */
public record Client(String name) {

  /**
   * Who has sent something.
   *
   * @param token what was shown
   * @param address where it came from
   * @return the token's bearer, or whoever is at that address
   */
  public static Client of(Optional<Token> token, String address) {
    return new Client(token.map(Client::hash).orElse(address));
  }

  private static String hash(Token token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(token.secret().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
