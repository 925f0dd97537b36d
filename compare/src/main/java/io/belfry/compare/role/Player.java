package io.belfry.compare.role;

import io.belfry.compare.load.Ear;
import io.belfry.compare.load.Publisher;
import java.util.Optional;

/** One of them at work, with a connection of its own. */
final class Player {

  private final Part part;
  private final Optional<Publisher> publisher;
  private final Optional<Ear> ear;
  private final Runnable ending;

  Player(Part part, Optional<Publisher> publisher, Optional<Ear> ear, Runnable ending) {
    this.part = part;
    this.publisher = publisher;
    this.ear = ear;
    this.ending = ending;
  }

  void begin(long start) {
    publisher.ifPresent(own -> own.begin(start));
  }

  long sent() {
    return publisher.map(Publisher::count).orElse(0L);
  }

  long heard() {
    return ear.map(Ear::received).orElse(0L);
  }

  boolean isDone() {
    return publisher.map(Publisher::isDone).orElse(true);
  }

  /** Ends what it sends; what comes late is still heard until it is asked for its report. */
  Report report(long patience) {
    return new Report(
        part.role(),
        part.number(),
        publisher.map(own -> own.finish(patience)),
        ear.map(Ear::heard));
  }

  /** Closes its connection. */
  void close() {
    ending.run();
  }
}
