package io.belfry.tck;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what has passed, each stream by itself. Safe for any thread. */
final class Tap {

  private final List<ByteArrayOutputStream> streams = new CopyOnWriteArrayList<>();

  /** Begins to listen to one direction of one connection. */
  ByteArrayOutputStream stream() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    streams.add(stream);
    return stream;
  }

  boolean saw(byte[] bytes) {
    // Latin-1 maps each byte to one character, so that texts can be searched in place of bytes.
    String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
    return streams.stream()
        .anyMatch(stream -> stream.toString(StandardCharsets.ISO_8859_1).contains(wanted));
  }
}
