package io.belfry.client.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.service.Cursor;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.Start;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One life of a listening: from its beginning to its crash. */
final class SimulatedLife implements Desk {

  private final SimulatedWorld world;
  private final Conditions conditions;
  final Backlog backlog;
  final Progress progress = new Progress();
  final Sequencer sequencer;
  private boolean isHandling;
  boolean isOver;
  boolean isReady;

  SimulatedLife(SimulatedWorld world, Conditions conditions, Start start) {
    this.world = world;
    this.conditions = conditions;
    this.backlog = new Backlog(conditions.pace.waiting(), conditions.pace.bytes());
    this.sequencer = new Sequencer(conditions.filter, start, conditions.pace, this);
    if (start instanceof Start.After after) {
      progress.returnedFrom(Delivery.Beginning.after(after.cursor()));
    }
  }

  @Override
  public long now() {
    return world.now();
  }

  @Override
  public long jitter(long nanos) {
    return nanos - world.random().nextLong(nanos / 2 + 1);
  }

  @Override
  public void deliver(Delivery delivery) {
    backlog.add(delivery);
    requireBounded();
    if (!isHandling) {
      handleNext();
    }
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
    world.carry(() -> !isOver, question, (value, failure) -> {
      if (!isOver) {
        answer.accept(value, failure);
      }
    });
  }

  @Override
  public void ready() {
    isReady = true;
  }

  @Override
  public void end(ServiceException reason) {
    throw new AssertionError("It ended though nobody refused anything", reason);
  }

  private void handleNext() {
    Delivery next = backlog.poll();
    isHandling = next != null;
    if (next != null) {
      world.later(world.handling(conditions), () -> finish(next));
    }
  }

  private void finish(Delivery delivery) {
    if (isOver) {
      return;
    }
    world.witness().returnedFrom(delivery);
    progress.returnedFrom(delivery);
    handleNext();
    if (backlog.release(delivery)) {
      sequencer.tick();
    }
  }

  /** What may overshoot the bound: what was held back, and the pages that were under way. */
  private void requireBounded() {
    Pace pace = conditions.pace;
    assertThat(backlog.count())
        .isLessThanOrEqualTo(
            pace.waiting() + pace.early() + 2 * pace.page() * (1 + pace.repairs()) + 20);
  }
}
