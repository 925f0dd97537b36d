package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import jakarta.jms.CompletionListener;
import jakarta.jms.Message;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What becomes of one send: completed when the broker has confirmed it, or refused it. */
final class Receipt extends CompletableFuture<Void> implements CompletionListener, Runnable {

  private final InFlight inFlight;
  private final boolean isTold;

  /** Handed from the thread that learns of it to the one that tells it, by way of a queue. */
  private @Nullable TransportException failure;

  Receipt(InFlight inFlight, boolean isTold) {
    this.inFlight = inFlight;
    this.isTold = isTold;
  }

  /** Whether anybody wants to know that it went well. */
  boolean isTold() {
    return isTold;
  }

  @Override
  public void onCompletion(Message message) {
    inFlight.confirm(this);
  }

  @Override
  public void onException(Message message, Exception thrown) {
    inFlight.fail(this, Failures.of("The send", thrown));
  }

  void hold(@Nullable TransportException outcome) {
    failure = outcome;
  }

  /** Tells what is held to whoever waits for it. */
  @Override
  public void run() {
    TransportException outcome = failure;
    if (outcome == null) {
      complete(null);
    } else {
      completeExceptionally(outcome);
    }
  }
}
