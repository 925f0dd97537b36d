package io.belfry.compare.worker;

import static io.belfry.compare.worker.Wording.number;
import static io.belfry.compare.worker.Wording.object;
import static io.belfry.compare.worker.Wording.text;

import io.belfry.compare.load.Heard;
import io.belfry.compare.load.Sent;
import io.belfry.compare.load.Track;
import io.belfry.compare.role.Report;
import io.belfry.compare.role.Role;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Reports as JSON; what is large in them is packed as it is in memory. */
final class ReportCodec {

  private ReportCodec() {}

  static Map<String, Object> write(Report report) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("role", report.role().name());
    said.put("number", report.number());
    report.sent().ifPresent(sent -> said.put("sent", write(sent)));
    report.heard().ifPresent(heard -> said.put("heard", write(heard)));
    return said;
  }

  static Report read(Map<String, Object> said) {
    return new Report(
        Role.valueOf(text(said, "role")),
        (int) number(said, "number"),
        Optional.ofNullable(said.get("sent")).map(sent -> sent(object(sent))),
        Optional.ofNullable(said.get("heard")).map(heard -> heard(object(heard))));
  }

  private static Map<String, Object> write(Sent sent) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("publisher", sent.publisher());
    said.put("count", sent.count());
    said.put("refused", packed(sent.refused().toByteArray()));
    said.put("unconfirmed", sent.unconfirmed());
    said.put("schedule", packed(sent.schedule()));
    said.put("own", packed(sent.own()));
    said.put("blocked", sent.blockedNanos());
    said.put("pending", sent.pending());
    return said;
  }

  private static Sent sent(Map<String, Object> said) {
    return new Sent(
        (int) number(said, "publisher"),
        number(said, "count"),
        BitSet.valueOf(bytes(said, "refused")),
        number(said, "unconfirmed"),
        histogram(said, "schedule"),
        histogram(said, "own"),
        number(said, "blocked"),
        number(said, "pending"));
  }

  private static Map<String, Object> write(Heard heard) {
    Map<String, String> seen = new HashMap<>();
    heard
        .seen()
        .forEach((publisher, bits) -> seen.put(publisher.toString(), packed(bits.toByteArray())));
    long[] track = heard.track().toNumbers();
    ByteBuffer numbers = ByteBuffer.allocate(track.length * Long.BYTES);
    numbers.asLongBuffer().put(track);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("seen", seen);
    said.put("received", heard.received());
    said.put("repeated", heard.repeated());
    said.put("reordered", heard.reordered());
    said.put("corrupt", heard.corrupt());
    said.put("response", packed(heard.response()));
    said.put("service", packed(heard.service()));
    said.put("track", packed(numbers.array()));
    return said;
  }

  private static Heard heard(Map<String, Object> said) {
    Map<String, Object> packed = object(said.get("seen"));
    Map<Integer, BitSet> seen = new HashMap<>();
    packed
        .keySet()
        .forEach(publisher ->
            seen.put(Integer.valueOf(publisher), BitSet.valueOf(bytes(packed, publisher))));
    byte[] bytes = bytes(said, "track");
    long[] track = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(track);
    return new Heard(
        seen,
        number(said, "received"),
        number(said, "repeated"),
        number(said, "reordered"),
        number(said, "corrupt"),
        histogram(said, "response"),
        histogram(said, "service"),
        Track.of(track));
  }

  private static String packed(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String packed(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return packed(Arrays.copyOf(buffer.array(), length));
  }

  private static byte[] bytes(Map<String, Object> said, String name) {
    return Base64.getDecoder().decode(text(said, name));
  }

  private static Histogram histogram(Map<String, Object> said, String name) {
    try {
      Histogram histogram =
          Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes(said, name)), 0);
      histogram.setAutoResize(true);
      return histogram;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("A histogram is damaged.", e);
    }
  }
}
