package io.belfry.server.worker;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What servers and their workers share. Whoever could write to the queues without it would have
 * mails sent to anybody, or have servers take for delivered what is not.
 */
public final class WorkKey {

  private static final String HEADER = "belfry-seal";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 16;

  private final SecretKeySpec key;

  private WorkKey(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * A key of a secret that both sides have been given.
   *
   * @param secret at least 16 characters
   * @return the key
   * @throws SettingsException if it is shorter
   */
  public static WorkKey of(String secret) {
    if (secret.length() < SHORTEST) {
      throw new SettingsException(
          "The key that servers and workers share must have at least " + SHORTEST + " characters.");
    }
    return new WorkKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
  }

  /** A message that shows who has written it, and for what. */
  Message sealed(String purpose, Payload payload) {
    return Message.of(payload)
        .with("content-type", "application/json")
        .with(HEADER, Base64.getEncoder().encodeToString(seal(purpose, payload)));
  }

  /** The payload, if the message was sealed with this key and for this purpose. */
  Optional<Payload> opened(String purpose, Message message) {
    byte[] right = seal(purpose, message.payload());
    return message
        .headers()
        .get(HEADER)
        .filter(seal -> MessageDigest.isEqual(
            Base64.getEncoder().encode(right), seal.getBytes(StandardCharsets.ISO_8859_1)))
        .map(seal -> message.payload());
  }

  private byte[] seal(String purpose, Payload payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(payload.toBuffer());
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
    }
  }
}
