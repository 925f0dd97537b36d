package io.belfry.gateway.page;

import static org.awaitility.Awaitility.await;

import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Keeps the mails that it should bring. */
final class Postbag implements Notifier {

  private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();

  /** The code of the next mail, which asks for a confirmation. */
  String code() {
    return next(notice -> ((Confirmation) notice).code());
  }

  /** The code by which to leave, in the next mail with news. */
  String leaveCode() {
    return next(notice -> ((Changes) notice).recipients().get(0).leaveCode().orElseThrow());
  }

  private String next(Function<Notice, String> code) {
    return code.apply(await()
        .until(() -> Optional.ofNullable(notices.poll()), Optional::isPresent)
        .orElseThrow());
  }

  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public CompletionStage<List<Outcome>> deliver(Notice notice) {
    notices.add(notice);
    return CompletableFuture.completedStage(
        notice.recipients().stream().map(recipient -> Outcome.delivered()).toList());
  }

  @Override
  public void close() {}
}
