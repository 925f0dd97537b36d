package io.belfry.client.listening;

import io.belfry.service.Cursor;
import io.belfry.service.Heads;
import io.belfry.service.NotificationService;
import io.belfry.service.Registration;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Snapshots;
import io.belfry.service.Subscribed;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A service that is not always there. */
final class Sometimes extends OnlyReads {

  private final NotificationService service;
  private final BooleanSupplier isThere;

  Sometimes(NotificationService service, BooleanSupplier isThere) {
    this.service = service;
    this.isThere = isThere;
  }

  @Override
  public CompletionStage<Snapshots> snapshot(Selection selection) {
    return ifThere(() -> service.snapshot(selection));
  }

  @Override
  public CompletionStage<Heads> heads(Selection selection) {
    return ifThere(() -> service.heads(selection));
  }

  @Override
  public CompletionStage<Replayed> replay(Replay query) {
    return ifThere(() -> service.replay(query));
  }

  @Override
  public CompletionStage<Long> drawFence() {
    return ifThere(service::drawFence);
  }

  @Override
  public CompletionStage<Subscribed> subscribe(Registration claim) {
    return ifThere(() -> service.subscribe(claim));
  }

  @Override
  public CompletionStage<Void> advance(Registration registration, Cursor cursor) {
    return ifThere(() -> service.advance(registration, cursor));
  }

  private <T> CompletionStage<T> ifThere(Supplier<CompletionStage<T>> question) {
    return isThere.getAsBoolean()
        ? question.get()
        : new ServiceException(Code.UNAVAILABLE, "Not there.").asStage();
  }
}
