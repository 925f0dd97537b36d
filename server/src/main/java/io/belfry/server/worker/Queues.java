package io.belfry.server.worker;

import io.belfry.message.Address;

/** Where work goes, and reports come back. */
final class Queues {

  /** All work of all servers. */
  static final Address WORK = new Address("belfry.deliveries");

  /** What a seal says that it is for. */
  static final String FOR_WORK = "work";

  static final String FOR_REPORTS = "report";

  private Queues() {}

  /** The reports for one server. */
  static Address reports(Address server) {
    return new Address("belfry.reports." + server.name());
  }
}
