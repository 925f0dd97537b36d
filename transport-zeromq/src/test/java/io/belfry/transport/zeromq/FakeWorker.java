package io.belfry.transport.zeromq;

import java.util.ArrayList;
import java.util.List;

/** A worker that keeps what it is given, and can be out of reach. */
final class FakeWorker extends Worker {

  private final List<String> given = new ArrayList<>();
  private boolean isReachable = true;

  FakeWorker(int prefetch) {
    super(prefetch);
  }

  @Override
  synchronized boolean send(List<Work> work) {
    if (isReachable) {
      work.forEach(piece -> given.add(piece.message().payload().text()));
    }
    return isReachable;
  }

  synchronized void goOutOfReach() {
    isReachable = false;
  }

  /** All that it was ever given, in that order. */
  synchronized List<String> given() {
    return List.copyOf(given);
  }

  /** What it was given and not asked for since. */
  synchronized List<String> take() {
    List<String> taken = List.copyOf(given);
    given.clear();
    return taken;
  }
}
