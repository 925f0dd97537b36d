package org.example.belfry.tcp;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Overflow;
import io.belfry.transport.PullOptions;
import io.belfry.transport.WorkHandler;

/** Receives the work of a queue, and tells the hub what has become of it. */
final class Worker extends Receiver {

  /** The header by which the hub knows how much the worker may hold. */
  static final String PREFETCH = "prefetch";

  private final WorkHandler handler;

  Worker(Uplink uplink, TcpConfig config, Address queue, PullOptions options, WorkHandler handler) {
    super(
        uplink,
        config,
        Kind.PULL,
        queue.name(),
        Message.of("").with(PREFETCH, Integer.toString(options.prefetch())),
        options.prefetch(),
        Overflow.DROP_NEWEST);
    this.handler = handler;
  }

  @Override
  void handle(Delivery delivery) throws Exception {
    try {
      handler.onWork(delivery.frame().message());
    } catch (Throwable e) {
      delivery.settle(Kind.FAILED);
      throw e;
    }
    delivery.settle(Kind.DONE);
  }
}
