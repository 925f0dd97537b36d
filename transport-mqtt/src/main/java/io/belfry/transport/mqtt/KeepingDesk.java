package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.Inbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * The desk of a worker whose broker keeps work dealt, for a busy worker as for a free one, and
 * loses what a worker that leaves was dealt. So everything is taken at once, what is too much is
 * shared among the workers, and who leaves gives back whatever comes until nothing is on its way
 * any more.
 */
final class KeepingDesk implements Desk, Exchange.Colleagues<Piece> {

  private static final Logger LOG = System.getLogger(KeepingDesk.class.getName());

  /** From here on a worker lets the broker wait, so that its memory is bounded. */
  private static final int BACKLOG = 10_000;

  private final String self;
  private final Wires wires;
  private final Names names;
  private final Outlet outlet;
  private final Inbox<Piece> inbox;
  private final int prefetch;
  private final Duration patience;
  private final Exchange<Piece> exchange;

  private final Queue<Piece> unacknowledged = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final List<CompletableFuture<?>> givingBack = new ArrayList<>();
  private final List<Piece> rest = new ArrayList<>();
  private boolean hasLeft;

  KeepingDesk(
      String self,
      Wires wires,
      Names names,
      Outlet outlet,
      Inbox<Piece> inbox,
      int prefetch,
      Duration patience) {
    this.self = self;
    this.wires = wires;
    this.names = names;
    this.outlet = outlet;
    this.inbox = inbox;
    this.prefetch = prefetch;
    this.patience = patience;
    this.exchange = new Exchange<>(inbox, prefetch, this);
  }

  @Override
  public List<String> filters() {
    return List.of(wires.end(), wires.own(), wires.all(), wires.shared());
  }

  /** Whoever holds too much does not know of us yet. */
  @Override
  public void restored() {
    outlet.send(wires.all(), new Note(Note.Kind.TAKE, self, prefetch).encode(), Receipt.NONE);
  }

  @Override
  public void lost() {
    unacknowledged.clear();
  }

  @Override
  public void arrived(BrokerLink link, String topic, MqttMessage message) {
    if (topic.equals(wires.end())) {
      link.acknowledge(message);
      ended.complete(null);
    } else if (topic.equals(wires.all())) {
      link.acknowledge(message);
      Note.parse(message).ifPresent(this::told);
    } else {
      Note.parse(message)
          .ifPresentOrElse(
              note -> {
                link.acknowledge(message);
                told(note);
              },
              () -> take(new Piece(link, message)));
    }
  }

  @Override
  public void finished(Piece piece) {
    exchange.finished();
    Piece waiting = unacknowledged.poll();
    if (waiting != null) {
      waiting.acknowledge();
    }
  }

  @Override
  public void finishedEarly(Piece piece) {}

  @Override
  public void offer() {
    outlet.send(wires.all(), new Note(Note.Kind.OFFER, self, 0).encode(), Receipt.NONE);
  }

  @Override
  public void take(String from, int room) {
    outlet.send(
        Wires.worker(names, from), new Note(Note.Kind.TAKE, self, room).encode(), Receipt.NONE);
  }

  @Override
  public void pass(String to, Piece piece) {
    outlet.send(Wires.worker(names, to), piece.again(), new Receipt() {
      @Override
      public void answered(int code) {
        if (code != 0) {
          keep(piece); // It has just left.
        }
      }

      @Override
      public void lost(TransportException why) {
        keep(piece);
      }
    });
  }

  /** Repeats what may have met nobody. */
  void again() {
    exchange.again();
  }

  @Override
  public void leave(BrokerLink link, List<Piece> notBegun) {
    CompletableFuture<?>[] unsubscribed = List.of(wires.shared(), wires.all(), wires.own()).stream()
        .map(link::unsubscribe)
        .toArray(CompletableFuture<?>[]::new);
    Outcomes.await(CompletableFuture.allOf(unsubscribed), patience);
    giveBackFromNowOn(notBegun);
    unacknowledged.forEach(Piece::acknowledge);
    outlet.send(wires.end(), new Note(Note.Kind.OFFER, self, 0).encode(), Receipt.NONE);
    Outcomes.await(ended, patience);
    Outcomes.await(CompletableFuture.allOf(given()), patience);
  }

  private void told(Note note) {
    if (note.from().equals(self)) {
      return;
    }
    if (note.kind() == Note.Kind.OFFER) {
      exchange.offered(note.from());
    } else {
      exchange.asked(note.from(), note.room());
    }
  }

  private void take(Piece piece) {
    if (inbox.held() < BACKLOG) {
      piece.acknowledge();
    } else {
      unacknowledged.add(piece);
    }
    keep(piece);
  }

  private void keep(Piece piece) {
    if (inbox.offer(piece)) {
      exchange.arrived();
    } else {
      piece.acknowledge();
      giveBack(piece);
    }
  }

  /** Until we have left, it could come back to us. */
  private synchronized void giveBack(Piece piece) {
    if (hasLeft) {
      givingBack.add(putBack(piece));
    } else {
      rest.add(piece);
    }
  }

  private synchronized void giveBackFromNowOn(List<Piece> notBegun) {
    hasLeft = true;
    rest.addAll(0, notBegun);
    rest.forEach(piece -> givingBack.add(putBack(piece)));
    rest.clear();
  }

  private synchronized CompletableFuture<?>[] given() {
    return givingBack.toArray(CompletableFuture<?>[]::new);
  }

  private CompletableFuture<Void> putBack(Piece piece) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    outlet.send(wires.queue(), piece.again(), new Receipt() {
      @Override
      public void answered(int code) {
        if (code != 0) {
          LOG.log(Level.WARNING, () -> "Work was left, and nobody else pulls from its queue.");
        }
        done.complete(null);
      }

      @Override
      public void lost(TransportException why) {
        LOG.log(Level.WARNING, () -> "Work was left that can't be put back: " + why.getMessage());
        done.complete(null);
      }
    });
    return done;
  }
}
