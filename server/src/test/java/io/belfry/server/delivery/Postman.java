package io.belfry.server.delivery;

import io.belfry.notifier.Changes;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.Recipient;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A notifier that notes what it is given, and says what a test wants. */
public final class Postman implements Notifier {

  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final Queue<CompletableFuture<Boolean>> held = new ConcurrentLinkedQueue<>();
  private volatile Function<Recipient, Outcome> manner = recipient -> Outcome.delivered();
  private volatile boolean holds;

  /** What becomes of each notice from now on. */
  public void says(Function<Recipient, Outcome> other) {
    manner = other;
  }

  public void says(Outcome outcome) {
    says(recipient -> outcome);
  }

  /** Keeps all that comes until it is let go. */
  void hold() {
    holds = true;
  }

  void letGo() {
    holds = false;
    held.forEach(each -> each.complete(true));
    held.clear();
  }

  int held() {
    return held.size();
  }

  public List<Notice> notices() {
    return notices;
  }

  /** The texts that an address was told, in order; of notices that were delivered or not. */
  List<String> told(String address) {
    return notices.stream()
        .filter(notice -> notice.recipients().stream()
            .anyMatch(recipient -> recipient.address().equals(address)))
        .filter(Changes.class::isInstance)
        .map(Postman::text)
        .toList();
  }

  private static String text(Notice notice) {
    return String.join(
        "+",
        ((Changes) notice)
            .changes().stream().map(change -> change.content().text()).toList());
  }

  @Override
  public int parallel() {
    return 4;
  }

  @Override
  public CompletionStage<List<Outcome>> deliver(Notice notice) {
    notices.add(notice);
    if (!holds) {
      return CompletableFuture.completedStage(outcomes(notice));
    }
    CompletableFuture<Boolean> free = new CompletableFuture<>();
    held.add(free);
    return free.thenApply(now -> outcomes(notice));
  }

  private List<Outcome> outcomes(Notice notice) {
    return notice.recipients().stream().map(manner).toList();
  }

  @Override
  public void close() {}
}
