package io.belfry.gateway.live;

import static org.awaitility.Awaitility.await;

import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A receiver with room for so many, which it takes out when it is told to. */
class Receiver implements Outlet {

  private final int room;
  private final List<Told> waiting = new ArrayList<>();
  private final List<Told> taken = new ArrayList<>();
  private int most;
  private Optional<ServiceException> reason = Optional.empty();

  Receiver(int room) {
    this.room = room;
  }

  @Override
  public synchronized boolean hasRoom() {
    return waiting.size() < room;
  }

  @Override
  public synchronized void tell(Told told) {
    if (told.kind() != Told.Kind.PLACE) {
      waiting.add(told);
      most = Math.max(most, waiting.size());
    }
  }

  @Override
  public synchronized void end(ServiceException why) {
    reason = Optional.of(why);
  }

  synchronized Optional<ServiceException> reason() {
    return reason;
  }

  /** The most that ever waited. */
  synchronized int most() {
    return most;
  }

  synchronized int count() {
    return waiting.size();
  }

  /** Takes out what waits, until there are so many in all. */
  List<Told> take(int count, Following following) {
    await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
      takeWaiting();
      following.resume();
      return taken.size() >= count;
    });
    return taken;
  }

  private synchronized void takeWaiting() {
    taken.addAll(waiting);
    waiting.clear();
  }

  static long offset(Told told) {
    return ((Event) told.what()).offset();
  }

  static long seq(Told told) {
    return ((Event) told.what()).seq();
  }

  static Gap gap(Told told) {
    return (Gap) told.what();
  }
}
