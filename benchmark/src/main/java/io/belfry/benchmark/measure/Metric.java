package io.belfry.benchmark.measure;

/** What is measured. */
public enum Metric {
  /** Messages a second that arrive, while as many are sent as the receivers can take. */
  THROUGHPUT("messages/s"),
  /** Half of the messages took no longer, counted from when each should have been sent. */
  P50("p50 µs"),
  /** All but one of a hundred took no longer. */
  P99("p99 µs"),
  /** All but one of a thousand took no longer. */
  P999("p99.9 µs"),
  /** Half of the messages took no longer, counted from when each was certain to be kept. */
  COMMITTED_P50("p50 µs committed"),
  /** All but one of a hundred took no longer from then on. */
  COMMITTED_P99("p99 µs committed"),
  /** What the publishing thread allocates for each message, the payload included. */
  ALLOCATED("bytes allocated"),
  /** What both sides together allocate for each message, the harness and the payload included. */
  ALLOCATED_BY_ALL("bytes, both sides"),
  /** How long one question takes, on the average. */
  NANOS("ns each"),
  /** What stays on the heap for each of many, once the garbage is collected. */
  KEPT("bytes each");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** What a table calls it. */
  public String label() {
    return label;
  }
}
