package io.belfry.service.protocol;

import java.util.SplittableRandom;

/** Damages bytes the way that chance and malice do. */
final class Mutations {

  private Mutations() {}

  static byte[] of(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      bytes = switch (random.nextInt(4)) {
        case 0 -> flip(bytes, random);
        case 1 -> cut(bytes, random);
        case 2 -> repeat(bytes, random);
        default -> put(bytes, random);
      };
    }
    return bytes;
  }

  private static byte[] flip(byte[] bytes, SplittableRandom random) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] cut(byte[] bytes, SplittableRandom random) {
    int size = random.nextInt(bytes.length + 1);
    byte[] less = new byte[size];
    System.arraycopy(bytes, 0, less, 0, size);
    return less;
  }

  private static byte[] repeat(byte[] bytes, SplittableRandom random) {
    int from = random.nextInt(bytes.length + 1);
    byte[] more = new byte[bytes.length * 2 - from];
    System.arraycopy(bytes, 0, more, 0, bytes.length);
    System.arraycopy(bytes, from, more, bytes.length, bytes.length - from);
    return more;
  }

  private static byte[] put(byte[] bytes, SplittableRandom random) {
    if (bytes.length > 0) {
      String spice = "{}[]\",:0123456789-eE.\\u";
      bytes[random.nextInt(bytes.length)] = (byte) spice.charAt(random.nextInt(spice.length()));
    }
    return bytes;
  }
}
