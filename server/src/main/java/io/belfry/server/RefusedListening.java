package io.belfry.server;

import io.belfry.service.Cursor;
import io.belfry.service.Listening;
import io.belfry.service.ServiceException;
import java.util.concurrent.CompletionStage;

/** A listening that was refused before it began. */
record RefusedListening(ServiceException reason) implements Listening {

  @Override
  public CompletionStage<Void> ready() {
    return reason.asStage();
  }

  @Override
  public CompletionStage<Void> ended() {
    return reason.asStage();
  }

  @Override
  public Cursor cursor() {
    throw reason;
  }

  @Override
  public void close() {
    // It never began.
  }
}
