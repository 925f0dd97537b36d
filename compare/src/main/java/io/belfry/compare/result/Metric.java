package io.belfry.compare.result;

/** What is measured in a run. */
public enum Metric {
  /** Deliveries a second, all receivers together. */
  THROUGHPUT("deliveries/s", Better.MORE),
  /** The highest rate found that holds the goal of the scenario. */
  SUSTAINED("messages/s", Better.MORE),
  /** Response time: median. */
  RESPONSE_P50("ns", Better.LESS),
  /** Response time: 90 of 100 are not above it. */
  RESPONSE_P90("ns", Better.LESS),
  /** Response time: 99 of 100 are not above it. */
  RESPONSE_P99("ns", Better.LESS),
  /** Response time: 999 of 1,000 are not above it. */
  RESPONSE_P999("ns", Better.LESS),
  /** Response time: the longest. */
  RESPONSE_MAX("ns", Better.LESS),
  /** Service time: median. */
  SERVICE_P50("ns", Better.LESS),
  /** Service time: 99 of 100 are not above it. */
  SERVICE_P99("ns", Better.LESS),
  /** Schedule delay: 99 of 100 are not above it. */
  SCHEDULE_P99("ns", Better.LESS),
  /** How late the generator itself was, not held up by the transport: 99 of 100. */
  OWN_DELAY_P99("ns", Better.LESS),
  /** The share of the time in which the sender was held up by the transport. */
  BLOCKED("share", Better.LESS),
  /** The most sends that were not yet confirmed at one time. */
  PENDING("messages", Better.LESS),
  /** Bytes that the roles allocate for each message, all threads together. */
  ALLOCATED("bytes/message", Better.LESS),
  /** Processor time that the roles take for each message. */
  CPU("ns/message", Better.LESS),
  /** Processor time that the process in the middle takes for each message. */
  CPU_MIDDLE("ns/message", Better.LESS),
  /** The heap that the roles hold at the end, after a collection. */
  HEAP("bytes", Better.LESS),
  /** The memory that the process in the middle holds at the end. */
  MEMORY_MIDDLE("bytes", Better.LESS),
  /** The longest time without a delivery while messages were due. */
  OUTAGE("ns", Better.LESS),
  /** From when what was broken was whole again until messages sent after that arrived. */
  RECOVERY("ns", Better.LESS),
  /** Response time of the subscriber that is not the slow one: 99 of 100. */
  BYSTANDER_P99("ns", Better.LESS),
  /** Until the last thing that was published had come, after the last was published. */
  CAUGHT_UP("ns", Better.LESS),
  /** How long it takes to list the topics. */
  LISTING("ns", Better.LESS),
  /** How long it takes to subscribe, until the listening is ready. */
  SUBSCRIBING("ns", Better.LESS),
  /** How long it takes to register an address. */
  REGISTERING("ns", Better.LESS),
  /** Until the mail has come: median. */
  MAIL_P50("ns", Better.LESS),
  /** Until the mail has come: 99 of 100. */
  MAIL_P99("ns", Better.LESS),
  /** Mails that should have come and did not. */
  MAILS_LOST("mails", Better.LESS);

  /** Which way is the good one. */
  public enum Better {
    /** The higher, the better. */
    MORE,
    /** The lower, the better. */
    LESS
  }

  private final String unit;
  private final Better better;

  Metric(String unit, Better better) {
    this.unit = unit;
    this.better = better;
  }

  /**
   * What it is counted in.
   *
   * @return the unit
   */
  public String unit() {
    return unit;
  }

  /**
   * Which way is the good one.
   *
   * @return the direction
   */
  public Better better() {
    return better;
  }
}
