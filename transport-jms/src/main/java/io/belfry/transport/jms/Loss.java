package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Why a connection was lost: what is heard first, since the rest may follow from it. */
final class Loss implements Consumer<String> {

  private record Reason(Category category, String why) {}

  private static final Reason CLOSED = new Reason(Category.UNREACHABLE, "it was closed");

  private final Consumer<String> told;
  private final AtomicReference<@Nullable Reason> first = new AtomicReference<>();

  Loss(Consumer<String> told) {
    this.told = told;
  }

  /** The connection is of no use any longer. */
  @Override
  public void accept(String why) {
    tell(new Reason(Category.UNREACHABLE, why));
  }

  /** It is given up, since the broker does nothing on it. */
  void giveUp(String why) {
    tell(new Reason(Category.TIMED_OUT, why));
  }

  /** What is said of a send that was under way. */
  TransportException ofSend() {
    Reason reason = reason();
    return lost(
        reason.category(),
        reason.why(),
        "the send was confirmed; whether the broker has it is not known.");
  }

  /** What is said of a request that was under way: its own deadline has not passed. */
  TransportException ofRequest() {
    return lost(
        Category.UNREACHABLE, reason().why(), "the reply came; whether it was done is not known.");
  }

  private Reason reason() {
    Reason known = first.get();
    return known == null ? CLOSED : known;
  }

  private static TransportException lost(Category category, String why, String before) {
    return new TransportException(
        category, "The connection to the broker was lost (" + why + ") before " + before);
  }

  private void tell(Reason reason) {
    first.compareAndSet(null, reason);
    told.accept(reason.why());
  }
}
