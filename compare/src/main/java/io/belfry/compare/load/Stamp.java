package io.belfry.compare.load;

import io.belfry.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What stands at the beginning of every payload. It is in plain letters, so that it can go through
 * everything that a text goes through, a mail included.
 *
 * @param run which trial it belongs to; what is left of an earlier one is not taken for its own
 * @param publisher the number of the publisher
 * @param sequence the number of the message, from 0, for each publisher
 * @param intended when it should have been sent, by the publisher's {@link System#nanoTime}
 * @param sent when it was sent
 */
public record Stamp(int run, int publisher, long sequence, long intended, long sent) {

  /** How many bytes it takes, and so how many a payload has at least. */
  public static final int SIZE = 4 + 8 + 4 + 12 + 16 + 16 + 8;

  private static final byte[] MAGIC = "BLFY".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int RUN = MAGIC.length;
  private static final int PUBLISHER = RUN + 8;
  private static final int SEQUENCE = PUBLISHER + 4;
  private static final int INTENDED = SEQUENCE + 12;
  private static final int SENT = INTENDED + 16;
  private static final int CHECK = SENT + 16;
  private static final int LETTERS = 26;

  /**
   * Makes a payload that begins with it and can be checked.
   *
   * @param size how many bytes it is to have, at least {@link #SIZE}
   * @return the payload
   */
  public Payload payload(int size) {
    byte[] bytes = new byte[size];
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    write(bytes, RUN, PUBLISHER, run);
    write(bytes, PUBLISHER, SEQUENCE, publisher);
    write(bytes, SEQUENCE, INTENDED, sequence);
    write(bytes, INTENDED, SENT, intended);
    write(bytes, SENT, CHECK, sent);
    for (int i = SIZE; i < size; i++) {
      bytes[i] = (byte) ('a' + (sequence + i) % LETTERS);
    }
    write(bytes, CHECK, SIZE, check(bytes, size));
    return Payload.wrap(bytes, 0, size);
  }

  /**
   * Reads the stamp of a payload.
   *
   * @param payload what has come
   * @return the stamp, if the payload is one of ours and whole
   */
  public static Optional<Stamp> of(Payload payload) {
    byte[] bytes = payload.toBytes();
    return read(bytes).filter(any -> number(bytes, CHECK, SIZE) == check(bytes, bytes.length));
  }

  /**
   * Reads the stamp that stands somewhere in a text, whatever comes after it.
   *
   * @param text the text
   * @param from where to look from
   * @return where it ends and what it says
   */
  static Optional<Found> in(String text, int from) {
    int at = text.indexOf("BLFY", from);
    if (at < 0 || at + SIZE > text.length()) {
      return Optional.empty();
    }
    byte[] bytes = text.substring(at, at + SIZE).getBytes(StandardCharsets.ISO_8859_1);
    return read(bytes).map(stamp -> new Found(stamp, at + SIZE)).or(() -> in(text, at + 1));
  }

  /** A stamp in a text, and where it ends. */
  record Found(Stamp stamp, int end) {}

  private static Optional<Stamp> read(byte[] bytes) {
    if (bytes.length < SIZE || !isOurs(bytes)) {
      return Optional.empty();
    }
    return Optional.of(new Stamp(
        (int) number(bytes, RUN, PUBLISHER),
        (int) number(bytes, PUBLISHER, SEQUENCE),
        number(bytes, SEQUENCE, INTENDED),
        number(bytes, INTENDED, SENT),
        number(bytes, SENT, CHECK)));
  }

  private static boolean isOurs(byte[] bytes) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[i] != MAGIC[i]) {
        return false;
      }
    }
    for (int i = RUN; i < SIZE; i++) {
      if (digit(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Of all but the place where it is written itself. */
  private static long check(byte[] bytes, int size) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, CHECK);
    sum.update(bytes, SIZE, size - SIZE);
    return sum.getValue();
  }

  private static void write(byte[] bytes, int from, int to, long number) {
    long rest = number;
    for (int i = to - 1; i >= from; i--) {
      bytes[i] = DIGITS[(int) (rest & 0xf)];
      rest >>>= 4;
    }
  }

  private static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 4 | digit(bytes[i]);
    }
    return number;
  }

  private static int digit(byte letter) {
    if (letter >= '0' && letter <= '9') {
      return letter - '0';
    }
    if (letter >= 'a' && letter <= 'f') {
      return letter - 'a' + 10;
    }
    return -1;
  }
}
