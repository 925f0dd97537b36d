package io.belfry.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Immutable bytes: the content of a message. Two payloads are equal if their bytes are.
 *
 * <p>A class rather than a record, because it is a view: a transport hands over a part of the frame
 * that it received without copying it. Who keeps a small piece of a large frame for long keeps all
 * of the frame; {@code Payload.copyOf(it.toBytes())} lets go of the rest.
 */
public abstract sealed class Payload {

  /** No bytes at all. */
  public static final Payload EMPTY = new Part(new byte[0], 0, 0);

  private Payload() {}

  /** Writes bytes that stand nowhere yet. */
  @FunctionalInterface
  public interface Source {
    /**
     * Writes all of them: the same each time, on whichever thread.
     *
     * @param target where to, with room for them
     * @param at the index of the first byte in the target
     */
    void writeTo(byte[] target, int at);
  }

  /**
   * A copy of the bytes.
   *
   * @param bytes the content
   * @return the payload
   */
  public static Payload copyOf(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Part(bytes.clone(), 0, bytes.length);
  }

  /**
   * A view of a part of an array, without a copy: for transports and others who promise never to
   * write into the array again.
   *
   * @param array the array, which the caller gives away
   * @param offset where the content begins
   * @param size how many bytes it has
   * @return the payload
   * @throws IndexOutOfBoundsException if the part is not inside the array
   */
  public static Payload wrap(byte[] array, int offset, int size) {
    Objects.checkFromIndexSize(offset, size, array.length);
    return new Part(array, offset, size);
  }

  /**
   * Bytes that are written straight into the frame of whoever carries them, which spares a copy.
   *
   * @param size how many bytes there will be
   * @param source writes them
   * @return the payload
   */
  public static Payload written(int size, Source source) {
    return size == 0 ? EMPTY : new Written(size, source);
  }

  /**
   * The text in UTF-8. An unpaired surrogate becomes a question mark.
   *
   * @param text the content
   * @return the payload
   */
  public static Payload of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Part(bytes, 0, bytes.length);
  }

  /**
   * How many bytes there are.
   *
   * @return the size in bytes
   */
  public abstract int size();

  /**
   * One byte.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the byte
   * @throws IndexOutOfBoundsException if there is no such byte
   */
  public byte at(int index) {
    Part part = part();
    return part.array[part.offset + Objects.checkIndex(index, size())];
  }

  /**
   * A part of the bytes, without a copy.
   *
   * @param from the index of the first byte
   * @param count how many bytes it has
   * @return a view of the part
   * @throws IndexOutOfBoundsException if the part is not inside
   */
  public Payload slice(int from, int count) {
    Objects.checkFromIndexSize(from, count, size());
    Part part = part();
    return count == 0 ? EMPTY : new Part(part.array, part.offset + from, count);
  }

  /**
   * Copies all bytes into the target.
   *
   * @param target where to
   * @param at the index of the first byte in the target
   * @throws IndexOutOfBoundsException if they do not fit
   */
  public abstract void copyTo(byte[] target, int at);

  /**
   * A copy of the bytes.
   *
   * @return a new array
   */
  public byte[] toBytes() {
    byte[] bytes = new byte[size()];
    copyTo(bytes, 0);
    return bytes;
  }

  /**
   * A read-only view of the bytes.
   *
   * @return a new buffer from the first byte to the last
   */
  public ByteBuffer toBuffer() {
    Part part = part();
    return ByteBuffer.wrap(part.array, part.offset, part.size).slice().asReadOnlyBuffer();
  }

  /**
   * The bytes read as UTF-8. Malformed input becomes U+FFFD.
   *
   * @return the text
   */
  public String text() {
    Part part = part();
    return new String(part.array, part.offset, part.size, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && part().hasSameBytes(that.part());
  }

  @Override
  public int hashCode() {
    return toBuffer().hashCode();
  }

  /** Says the size alone: a payload may be secret or huge. */
  @Override
  public String toString() {
    return size() + " bytes";
  }

  /** The bytes, in an array. */
  abstract Part part();

  private static final class Part extends Payload {

    private final byte[] array;
    private final int offset;
    private final int size;

    Part(byte[] array, int offset, int size) {
      this.array = array;
      this.offset = offset;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void copyTo(byte[] target, int at) {
      System.arraycopy(array, offset, target, at, size);
    }

    boolean hasSameBytes(Part that) {
      return Arrays.equals(
          array, offset, offset + size, that.array, that.offset, that.offset + that.size);
    }

    @Override
    Part part() {
      return this;
    }
  }

  private static final class Written extends Payload {

    private final int size;
    private final Source source;

    /** Empty until they have been read here. */
    private volatile Part part = EMPTY.part();

    Written(int size, Source source) {
      this.size = size;
      this.source = source;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void copyTo(byte[] target, int at) {
      Objects.checkFromIndexSize(at, size, target.length);
      source.writeTo(target, at);
    }

    @Override
    Part part() {
      if (part.size == 0) {
        part = new Part(toBytes(), 0, size);
      }
      return part;
    }
  }
}
