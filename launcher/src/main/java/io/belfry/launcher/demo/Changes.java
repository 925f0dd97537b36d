package io.belfry.launcher.demo;

import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Publishes samples, each in its own time. */
final class Changes implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Changes.class.getName());

  private final NotificationService service;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "belfry-demo"));

  private Changes(NotificationService service) {
    this.service = service;
  }

  /**
   * Creates the topics, unless they are there from the last time, and publishes the first of each.
   */
  static Changes begin(NotificationService service, List<Sample> samples) {
    Changes changes = new Changes(service);
    try {
      samples.forEach(changes::begin);
      return changes;
    } catch (RuntimeException | Error e) {
      changes.close();
      throw e;
    }
  }

  private void begin(Sample sample) {
    create(sample);
    var unused = clock.scheduleAtFixedRate(
        () -> publish(sample), 0, sample.every().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void create(Sample sample) {
    try {
      service.createTopic(sample.spec()).toCompletableFuture().join();
    } catch (CompletionException e) {
      boolean isThere =
          e.getCause() instanceof ServiceException refused && refused.code() == Code.TOPIC_EXISTS;
      if (!isThere) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  private void publish(Sample sample) {
    var unused = service
        .publish(Publication.of(sample.spec().topic(), sample.next().get()))
        .exceptionally(failure -> {
          LOG.log(Level.DEBUG, "Tried again next time", failure);
          return null;
        });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
