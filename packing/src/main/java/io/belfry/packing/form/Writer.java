package io.belfry.packing.form;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes one pack. */
final class Writer {

  private final byte[] array;
  private final ByteBuffer out;
  private Headers before = Headers.NONE;

  /**
   * Begins a pack.
   *
   * @param room enough for all that follows
   */
  Writer(Kind kind, int count, int room) {
    array = new byte[Packs.PACK_BYTES + room];
    out = ByteBuffer.wrap(array);
    out.put(kind.number()).putInt(count);
  }

  void number(long number) {
    out.putLong(number);
  }

  void size(int size) {
    out.putInt(size);
  }

  void bytes(byte[] bytes) {
    out.put(bytes);
  }

  /** A word of less than 256 bytes. */
  void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.put((byte) bytes.length).put(bytes);
  }

  void message(Message message) {
    Payload payload = message.payload();
    int lengthAt = out.position();
    out.putShort((short) 0).putInt(payload.size());
    headers(message.headers(), lengthAt);
    payload.copyTo(array, out.position());
    out.position(out.position() + payload.size());
  }

  /** Mostly the headers of one message are those of the one before: then they are not repeated. */
  private void headers(Headers headers, int lengthAt) {
    if (headers.isEmpty()) {
      return;
    }
    if (headers.equals(before)) {
      out.putShort(lengthAt, Reader.AS_BEFORE);
      return;
    }
    int begin = out.position();
    for (Map.Entry<String, String> header : headers.values().entrySet()) {
      out.put(header.getKey().getBytes(StandardCharsets.US_ASCII)).put((byte) ':');
      out.put(header.getValue().getBytes(StandardCharsets.UTF_8)).put((byte) '\n');
    }
    out.putShort(lengthAt, (short) (out.position() - begin));
    before = headers;
  }

  Payload payload() {
    return Payload.wrap(array, 0, out.position());
  }
}
