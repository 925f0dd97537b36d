package io.belfry.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what would be sent. */
final class Notices implements Notifier {

  private final BlockingQueue<Notice> sent = new LinkedBlockingQueue<>();

  <T extends Notice> T next(Class<T> type) throws InterruptedException {
    Notice notice = sent.poll(10, TimeUnit.SECONDS);
    assertThat(notice).isInstanceOf(type);
    return type.cast(notice);
  }

  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public CompletionStage<List<Outcome>> deliver(Notice notice) {
    sent.add(notice);
    return CompletableFuture.completedStage(
        notice.recipients().stream().map(who -> Outcome.delivered()).toList());
  }

  @Override
  public void close() {}
}
