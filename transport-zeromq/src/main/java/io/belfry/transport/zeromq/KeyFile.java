package io.belfry.transport.zeromq;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zeromq.ZMQ;

/**
 * A key file in the form that ZeroMQ's tools share: {@code public-key = "…"} and, in a secret file,
 * {@code secret-key = "…"}, both in Z85.
 */
final class KeyFile {

  private static final int Z85_LENGTH = 40;
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\s*(public|secret)-key\\s*=\\s*\"([^\"\\s]*)\"");

  private final byte[] publicKey;
  private final byte[] secretKey;

  private KeyFile(byte[] publicKey, byte[] secretKey) {
    this.publicKey = publicKey;
    this.secretKey = secretKey;
  }

  /** Reads a file with the public key, whether or not it has the secret one. */
  static KeyFile readPublic(Path file) {
    return new KeyFile(require(file, "public"), new byte[0]);
  }

  /** Reads a file with both keys. */
  static KeyFile readSecret(Path file) {
    return new KeyFile(require(file, "public"), require(file, "secret"));
  }

  /** The public key in a file, or nothing if it is not a key file. */
  static Optional<String> publicKeyIn(Path file) throws IOException {
    return find(Files.readString(file), "public").filter(key -> key.length() == Z85_LENGTH);
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  byte[] secretKey() {
    return secretKey.clone();
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "a key";
  }

  private static byte[] require(Path file, String kind) {
    String key =
        find(read(file), kind).orElseThrow(() -> bad(file, "has no line '" + kind + "-key'"));
    if (key.length() != Z85_LENGTH) {
      throw bad(file, "has a " + kind + " key that is not " + Z85_LENGTH + " characters long");
    }
    return decoded(key).orElseThrow(() -> bad(file, "has a " + kind + " key that is not Z85"));
  }

  /** The library decodes whatever it is given; only a key comes out as it went in. */
  private static Optional<byte[]> decoded(String key) {
    try {
      byte[] bytes = ZMQ.Curve.z85Decode(key);
      return ZMQ.Curve.z85Encode(bytes).equals(key) ? Optional.of(bytes) : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw bad(file, "is not text");
    } catch (IOException e) {
      throw bad(file, "can't be read");
    }
  }

  private static Optional<String> find(String text, String kind) {
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      if (line.group(1).equals(kind)) {
        return Optional.of(line.group(2));
      }
    }
    return Optional.empty();
  }

  private static TransportException bad(Path file, String fault) {
    return new TransportException(
        Category.CONFIGURATION,
        "The key file '" + file + "' " + fault + "; make one with the key generator.");
  }
}
