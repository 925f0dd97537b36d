package io.belfry.server.mailbox;

import io.belfry.server.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * What the owner of an address is sent, to confirm or to end a registration: which one, and 128
 * bits that nobody else can know. They are derived from a secret of the store rather than kept, so
 * that a mail which is sent once more after a crash is the same mail.
 */
final class Codes {

  private static final String NAME = "codes";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final int CODE_BYTES = 16;
  private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,12})-([0-9A-Za-z_-]{22})");

  private final SecretKeySpec secret;

  private Codes(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** With the secret of a store, which gets one if it has none. */
  static Codes of(Store store) {
    return new Codes(store.inTransaction(Codes::secret));
  }

  private static byte[] secret(Handle handle) {
    byte[] fresh = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(fresh);
    handle.execute(
        "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        NAME,
        fresh);
    return handle
        .createQuery("SELECT value FROM secret WHERE name = ?")
        .bind(0, NAME)
        .mapTo(byte[].class)
        .one();
  }

  /** Confirms a registration; each that is asked for is another one. */
  String confirmation(Mailbox mailbox) {
    return code(mailbox, "confirm " + mailbox.codes());
  }

  /** Ends a registration; as long as it lasts, it is the same. */
  String leaving(Mailbox mailbox) {
    return code(mailbox, "leave");
  }

  /** Of which registration a code is, if it looks like one. */
  static OptionalLong mailbox(String code) {
    Matcher parts = FORM.matcher(code);
    return parts.matches()
        ? OptionalLong.of(Long.parseLong(parts.group(1), Character.MAX_RADIX))
        : OptionalLong.empty();
  }

  /** Takes the same time wherever the two differ. */
  static boolean areEqual(String given, String right) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  /** With the time of the registration: a database may give the id of a deleted row again. */
  private String code(Mailbox mailbox, String purpose) {
    String about = purpose + " " + mailbox.id() + " " + mailbox.created();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] bits = mac.doFinal(about.getBytes(StandardCharsets.UTF_8));
      return Long.toString(mailbox.id(), Character.MAX_RADIX) + "-"
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bits, CODE_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
    }
  }
}
