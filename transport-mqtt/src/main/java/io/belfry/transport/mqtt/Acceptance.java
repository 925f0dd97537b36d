package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import java.util.concurrent.CompletableFuture;

/** A send as the application sees it: done when the broker has accepted the message. */
final class Acceptance extends CompletableFuture<Void> implements Receipt {

  private final String what;

  /**
   * Makes the outcome of a send.
   *
   * @param what was asked of the broker, for the sentence of a refusal
   */
  Acceptance(String what) {
    this.what = what;
  }

  @Override
  public void answered(int code) {
    if (code < Failures.FIRST_FAILURE) {
      complete(null);
    } else {
      completeExceptionally(Failures.refused(what, code));
    }
  }

  @Override
  public void lost(TransportException why) {
    completeExceptionally(why);
  }
}
