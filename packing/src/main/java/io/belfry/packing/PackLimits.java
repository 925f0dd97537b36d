package io.belfry.packing;

import io.belfry.packing.form.Packs;
import io.belfry.packing.lane.Limits;

/**
 * How much travels together at most.
 *
 * @param bytes the largest pack; never more than the wire takes
 * @param count the most messages in a pack, from 2
 * @param portion the most pieces of work in a pack, from 1; so many come to one worker at once
 */
public record PackLimits(int bytes, int count, int portion) {

  private static final int USUAL_KIB = 60;

  /** A little less than 64 KiB, at which the buffers of clients double. */
  static final String USUAL_SIZE = USUAL_KIB + "KiB";

  /** What fills that with small messages. */
  static final int USUAL_COUNT = 1_000;

  /** So that several workers share what gathers, and the usual prefetch is some of it. */
  static final int USUAL_PORTION = 100;

  /** What serves unless there is a reason. */
  public static final PackLimits USUAL =
      new PackLimits(USUAL_KIB * 1_024, USUAL_COUNT, USUAL_PORTION);

  /** For what is published, and for requests. */
  Limits messages(int maxPayload) {
    return limits(maxPayload, count);
  }

  /** For what is pushed. */
  Limits work(int maxPayload) {
    return limits(maxPayload, portion);
  }

  private Limits limits(int maxPayload, int most) {
    return new Limits(Math.min(bytes, maxPayload) - Packs.PACK_BYTES, Math.min(most, Packs.MOST));
  }
}
