package io.belfry.compare.load;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * What came when, in slots of the time since the first message was due. All times are nanoseconds
 * since then. Not safe for several threads.
 */
public final class Track {

  /** How long a slot is. */
  public static final long SLOT_NANOS = 10_000_000;

  /** So that a stray time can't ask for all memory: ten minutes. */
  private static final int MOST_SLOTS = 60_000;

  private static final int FIRST_SLOTS = 512;

  /** By the slot in which they came: how many, and the longest response time of them. */
  private long[] received = new long[FIRST_SLOTS];

  private long[] slowest = new long[FIRST_SLOTS];

  /** By the slot in which they were due: when the first of them came, or 0. */
  private long[] earliest = new long[FIRST_SLOTS];

  private long silence;
  private long last;

  /** A message that was due then has come. */
  void note(long due, long at, long took) {
    int slot = slot(at);
    received = roomFor(received, slot);
    slowest = roomFor(slowest, slot);
    received[slot]++;
    slowest[slot] = Math.max(slowest[slot], took);
    int dueSlot = slot(due);
    earliest = roomFor(earliest, dueSlot);
    if (earliest[dueSlot] == 0 || at < earliest[dueSlot]) {
      earliest[dueSlot] = Math.max(1, at);
    }
    silence = Math.max(silence, at - last);
    last = Math.max(last, at);
  }

  private static int slot(long nanos) {
    return (int) Math.max(0, Math.min(MOST_SLOTS - 1, nanos / SLOT_NANOS));
  }

  private static long[] roomFor(long[] slots, int slot) {
    return slot < slots.length
        ? slots
        : Arrays.copyOf(slots, Math.min(MOST_SLOTS, Math.max(slot + 1, 2 * slots.length)));
  }

  /**
   * How many came within a time.
   *
   * @param from when it begins
   * @param to when it ends
   * @return how many
   */
  public long received(long from, long to) {
    return Arrays.stream(received, bound(received, from), bound(received, to)).sum();
  }

  /**
   * The longest response time of those that came within a time.
   *
   * @param from when it begins
   * @param to when it ends
   * @return nanoseconds, 0 if nothing came
   */
  public long slowest(long from, long to) {
    return Arrays.stream(slowest, bound(slowest, from), bound(slowest, to))
        .max()
        .orElse(0);
  }

  private static int bound(long[] slots, long nanos) {
    return Math.min(slots.length, slot(nanos));
  }

  /**
   * When something that was due at a time or later came.
   *
   * @param since that time
   * @return when the first did, or -1 if none did
   */
  public long firstDueSince(long since) {
    return Arrays.stream(earliest, bound(earliest, since + SLOT_NANOS), earliest.length)
        .filter(at -> at > 0)
        .min()
        .orElse(-1);
  }

  /**
   * The longest time in which nothing came.
   *
   * @param end until when something was to come
   * @return nanoseconds
   */
  public long silence(long end) {
    return Math.max(silence, end - last);
  }

  /**
   * When the last one came.
   *
   * @return 0 if none did
   */
  public long last() {
    return last;
  }

  /**
   * All of it, to be taken elsewhere.
   *
   * @return numbers for {@link #of}
   */
  public long[] toNumbers() {
    long[] numbers = new long[3 + received.length + slowest.length + earliest.length];
    LongBuffer.wrap(numbers)
        .put(silence)
        .put(last)
        .put(received.length)
        .put(received)
        .put(slowest)
        .put(earliest);
    return numbers;
  }

  /**
   * What was taken elsewhere.
   *
   * @param numbers what {@link #toNumbers} has told
   * @return the same track
   */
  public static Track of(long[] numbers) {
    LongBuffer from = LongBuffer.wrap(numbers);
    Track track = new Track();
    track.silence = from.get();
    track.last = from.get();
    track.received = new long[(int) from.get()];
    from.get(track.received);
    track.slowest = new long[track.received.length];
    from.get(track.slowest);
    track.earliest = new long[from.remaining()];
    from.get(track.earliest);
    return track;
  }

  Track copy() {
    return of(toNumbers());
  }
}
