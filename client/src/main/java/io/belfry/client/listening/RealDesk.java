package io.belfry.client.listening;

import io.belfry.service.Cursor;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The world as it is: this machine's clock, a service somewhere, a listener with its backlog. */
final class RealDesk implements Desk {

  private final long origin = System.nanoTime();
  private final NotificationService service;
  private final Backlog backlog;
  private final Progress progress;
  private final Errands errands;
  private final Consumer<Runnable> input;
  private final Runnable onReady;
  private final Consumer<ServiceException> onEnd;

  RealDesk(
      NotificationService service,
      Backlog backlog,
      Progress progress,
      Errands errands,
      Consumer<Runnable> input,
      Runnable onReady,
      Consumer<ServiceException> onEnd) {
    this.service = service;
    this.backlog = backlog;
    this.progress = progress;
    this.errands = errands;
    this.input = input;
    this.onReady = onReady;
    this.onEnd = onEnd;
  }

  @Override
  public long now() {
    return System.nanoTime() - origin;
  }

  @Override
  public long jitter(long nanos) {
    return nanos - ThreadLocalRandom.current().nextLong(nanos / 2 + 1);
  }

  @Override
  public void deliver(Delivery delivery) {
    backlog.add(delivery);
  }

  @Override
  public boolean isCrowded() {
    return backlog.isCrowded();
  }

  @Override
  public boolean hasRoom() {
    return backlog.hasRoom();
  }

  @Override
  public Cursor cursor() {
    return progress.cursor();
  }

  @Override
  public <T> void ask(
      Function<NotificationService, CompletionStage<T>> question,
      BiConsumer<@Nullable T, @Nullable Throwable> answer) {
    errands.add(() -> {
      CompletionStage<T> stage;
      try {
        stage = question.apply(service);
      } catch (RuntimeException e) {
        input.accept(() -> answer.accept(null, e));
        return;
      }
      stage.whenComplete((value, failure) -> input.accept(() -> answer.accept(value, failure)));
    });
  }

  @Override
  public void ready() {
    errands.add(onReady);
  }

  @Override
  public void end(ServiceException reason) {
    errands.add(() -> onEnd.accept(reason));
  }
}
