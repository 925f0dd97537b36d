package io.belfry.packing.form;

import io.belfry.message.Headers;
import io.belfry.message.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a pack into an array that has room for it. */
final class Writer extends Pen {

  private final byte[] array;
  private final ByteBuffer out;

  Writer(byte[] array, int at) {
    this.array = array;
    this.out = ByteBuffer.wrap(array).position(at);
  }

  @Override
  void octet(byte octet) {
    out.put(octet);
  }

  @Override
  void pair(short pair) {
    out.putShort(pair);
  }

  @Override
  void size(int size) {
    out.putInt(size);
  }

  @Override
  void number(long number) {
    out.putLong(number);
  }

  @Override
  void text(String ascii) {
    out.put(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  void headers(Headers headers) {
    for (Map.Entry<String, String> header : headers.values().entrySet()) {
      out.put(header.getKey().getBytes(StandardCharsets.US_ASCII)).put((byte) ':');
      out.put(header.getValue().getBytes(StandardCharsets.UTF_8)).put((byte) '\n');
    }
  }

  @Override
  void payload(Payload payload) {
    payload.copyTo(array, out.position());
    out.position(out.position() + payload.size());
  }
}
