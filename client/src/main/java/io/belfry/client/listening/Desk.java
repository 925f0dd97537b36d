package io.belfry.client.listening;

import io.belfry.service.Cursor;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the sequencer needs of the world: a clock, chance, somebody to give events to and
 * somebody to ask. Behind it are threads and a network, or a simulation.
 */
interface Desk {

  /** The time in nanoseconds; it begins anywhere from 0 on and never goes back. */
  long now();

  /** By chance between half of the time and all of it, so that many do not act as one. */
  long jitter(long nanos);

  void deliver(Delivery delivery);

  /** Whether so much waits for the listener that no more is to be given to it for now. */
  boolean isCrowded();

  /** Whether so little waits for the listener that more can be asked for. */
  boolean hasRoom();

  /** How far the listener has got. */
  Cursor cursor();

  /** Asks later, when the sequencer is done, and has it answered as an input of its own. */
  <T> void ask(
      Function<NotificationService, CompletionStage<T>> question,
      BiConsumer<@Nullable T, @Nullable Throwable> answer);

  void ready();

  void end(ServiceException reason);
}
