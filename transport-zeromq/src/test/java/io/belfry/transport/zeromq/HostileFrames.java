package io.belfry.transport.zeromq;

import io.belfry.message.Message;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Frames that arrive whole and mean no good. All the same in every run. */
final class HostileFrames {

  private static final int RANDOM_FRAMES = 300;
  private static final int MAX_RANDOM_SIZE = 200;
  private static final String[] NAMES = {
    "",
    ".",
    "a..b",
    "a.*",
    "#",
    "a b",
    "\ud83d\udd14",
    "$SYS.x",
    "a\nb",
    "x".repeat(256),
    "x".repeat(16_000),
    "a.".repeat(40) + "a"
  };
  private static final String[] HEADERS = {
    "x",
    "x\n",
    ":\n",
    ":v\n",
    "9:v\n",
    "a:b\0\n",
    "a b:c\n",
    "\n",
    "a:\u0007\n",
    "belfry-priority:many\n",
    "belfry-expiry-ms:-1\n",
    "a:b\nc"
  };

  private final Random random = new Random(20);

  /** Whatever the port, with frames that are well-formed apart from one thing. */
  List<byte[]> all() {
    List<byte[]> frames = new ArrayList<>();
    frames.addAll(random());
    frames.addAll(badMessages());
    frames.addAll(badCalls());
    frames.addAll(HostileDuties.all());
    frames.addAll(truncated(good("vitals.topic")));
    frames.addAll(truncated(call((byte) 1, good("vitals.near"))));
    frames.addAll(truncated(HostileDuties.frame(12, good("vitals.near"), 0, 9)));
    return frames;
  }

  /** Messages in messages. */
  List<List<byte[]>> inSeveralFrames() {
    byte[] good = good("vitals.near");
    byte[] empty = new byte[0];
    return List.of(
        List.of(empty, empty),
        List.of(empty, empty, empty),
        List.of(good, good),
        List.of(good, empty, good),
        List.of(empty, good, good),
        List.of(Duty.frame(Duty.Kind.HELLO, 1, 1, 1), good),
        java.util.Collections.nCopies(1_000, empty));
  }

  private List<byte[]> random() {
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < RANDOM_FRAMES; i++) {
      byte[] frame = new byte[random.nextInt(MAX_RANDOM_SIZE)];
      random.nextBytes(frame);
      frames.add(frame);
      if (frame.length > Long.BYTES) {
        byte[] kindly = frame.clone();
        kindly[0] = (byte) random.nextInt(Duty.Kind.values().length + 1);
        kindly[Long.BYTES] = (byte) random.nextInt(4);
        frames.add(kindly);
      }
    }
    return frames;
  }

  private static List<byte[]> badMessages() {
    List<byte[]> frames = new ArrayList<>();
    for (String name : NAMES) {
      frames.add(good(name));
    }
    for (String lines : HEADERS) {
      frames.add(withHeaders(lines.getBytes(StandardCharsets.UTF_8)));
    }
    frames.add(withHeaders(new byte[] {'a', ':', (byte) 0xff, (byte) 0xc0, '\n'}));
    frames.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 0});
    frames.add(new byte[] {'a', 0, (byte) 0xff, (byte) 0xff, 'x'});
    frames.add(new byte[] {'a', 0});
    return frames;
  }

  private static List<byte[]> badCalls() {
    List<byte[]> frames = new ArrayList<>();
    for (byte[] message : badMessages()) {
      for (byte kind = -1; kind < 4; kind++) {
        frames.add(call(kind, message));
      }
    }
    return frames;
  }

  private static List<byte[]> truncated(byte[] good) {
    List<byte[]> frames = new ArrayList<>();
    for (int size = 0; size < good.length; size++) {
      frames.add(Arrays.copyOf(good, size));
    }
    return frames;
  }

  static byte[] good(String name) {
    Message message = Message.of("hostile").with("by", "nobody");
    return Frames.encode(0, name.getBytes(StandardCharsets.UTF_8), message);
  }

  private static byte[] withHeaders(byte[] lines) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(new byte[] {'a', 0, (byte) (lines.length >> 8), (byte) lines.length});
    frame.writeBytes(lines);
    return frame.toByteArray();
  }

  private static byte[] call(byte kind, byte[] message) {
    return ByteBuffer.allocate(9 + message.length)
        .putLong(7)
        .put(kind)
        .put(message)
        .array();
  }
}
