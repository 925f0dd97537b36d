package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import java.util.regex.Pattern;

/**
 * The names on the wire that one worker of a queue deals with.
 *
 * @param queue where work is put
 * @param shared the filter by which the workers of the queue share it
 * @param all where they all hear each other
 * @param own where this worker alone is told and given something
 * @param end where it says to itself that nothing more can be on its way
 */
record Wires(String queue, String shared, String all, String own, String end) {

  private static final String GROUP = "belfry";
  private static final Pattern WORKER = Pattern.compile("[A-Za-z0-9._~@=-]{1,100}");

  static Wires of(Names names, Address queue, String worker) {
    String own = worker(names, worker);
    return new Wires(
        names.queue(queue),
        Names.shared(GROUP, names.queue(queue)),
        names.internal("workers", queue.name()),
        own,
        own + "/end");
  }

  /** Where a worker is told and given something. */
  static String worker(Names names, String worker) {
    return names.internal("worker", worker);
  }

  /** Whether that may be the name of a worker: others write it, too. */
  static boolean isWorker(String name) {
    return WORKER.matcher(name).matches();
  }
}
