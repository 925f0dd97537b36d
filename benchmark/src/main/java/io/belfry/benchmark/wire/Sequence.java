package io.belfry.benchmark.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The number of a message, which stands in the first eight bytes of its payload. */
public final class Sequence {

  /** How many bytes it takes, and so the least size of a payload. */
  public static final int BYTES = Long.BYTES;

  /** Instead of a number, for what can't have one: no message is the right one then. */
  public static final long NONE = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Sequence() {}

  /** A new payload that carries the number. */
  public static byte[] payload(int size, long sequence) {
    byte[] payload = new byte[size];
    LONGS.set(payload, 0, sequence);
    return payload;
  }

  /** The number in the payload that begins at an index of the array. */
  public static long of(byte[] array, int at) {
    return (long) LONGS.get(array, at);
  }

  /** Writes a number into the array. */
  public static void write(byte[] array, int at, long number) {
    LONGS.set(array, at, number);
  }
}
