package io.belfry.transport.zeromq;

import io.belfry.transport.delivery.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An outcome as a frame: the status stands where the name does. */
final class OutcomeFrame {

  private static final byte[] OK = Outcome.OK.getBytes(StandardCharsets.US_ASCII);

  private OutcomeFrame() {}

  static byte[] encode(Outcome outcome, int reserved) {
    byte[] name = outcome.isOk() ? OK : outcome.status().getBytes(StandardCharsets.US_ASCII);
    return Frames.encode(reserved, name, outcome.message());
  }

  /** Reads an outcome whose status begins at the index. */
  static Outcome parse(byte[] frame, int from) {
    int end = Frames.nameEnd(frame, from);
    boolean isOk = Arrays.equals(frame, from, end, OK, 0, OK.length);
    return new Outcome(
        isOk ? Outcome.OK : Frames.name(frame, from, end), Frames.message(frame, end));
  }
}
