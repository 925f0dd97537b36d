package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A hub and its spokes, each a transport of its own.
 *
 * @param hub the side that binds
 * @param spokes the others
 */
record Field(Transport hub, List<Transport> spokes) implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 10;

  static Field open(TransportProvider provider, Settings settings, int spokes) {
    Field field = new Field(provider.open(settings, Side.HUB), new ArrayList<>());
    return field.orClose(() -> {
      for (int i = 0; i < spokes; i++) {
        field.spokes.add(provider.open(settings, Side.SPOKE));
      }
      return field;
    });
  }

  /** What the step makes; if it fails, everything is closed. */
  <T> T orClose(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  static void awaitReady(List<Subscription> subscriptions) {
    subscriptions.forEach(subscription -> join(subscription.ready()));
  }

  static void join(CompletionStage<Void> stage) {
    try {
      stage.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw BreakdownException.from(e);
    }
  }

  @Override
  public void close() {
    spokes.forEach(Transport::close);
    hub.close();
  }
}
