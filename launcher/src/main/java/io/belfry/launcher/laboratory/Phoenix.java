package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Usage;
import java.util.Optional;
import java.util.function.Supplier;

/** A process that can be killed, and rises again with the same ports and files. */
final class Phoenix implements AutoCloseable {

  private final Supplier<Living> birth;
  private Living living;

  private Phoenix(Supplier<Living> birth) {
    this.birth = birth;
    this.living = birth.get();
  }

  /** Starts it. What starts it returns when it answers, or throws with one sentence. */
  static Phoenix rise(Supplier<Living> birth) {
    return new Phoenix(birth);
  }

  synchronized void kill() {
    living.kill();
  }

  synchronized void revive() {
    if (!living.isAlive()) {
      living.kill(); // Whatever has ended it, what stood beside it goes, too.
      living = birth.get();
    }
  }

  synchronized Optional<Usage> usage() {
    return Usages.of(living.id());
  }

  @Override
  public synchronized void close() {
    living.kill();
  }
}
