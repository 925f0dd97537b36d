package io.belfry.benchmark.gateway;

import java.util.concurrent.CompletionStage;

/** A server that browsers come to, and the publisher in its process. */
interface Site extends AutoCloseable {

  /** Where it listens. */
  int port();

  /** Whether an event is on disk before it is told, and its publisher hears when. */
  boolean isDurable();

  /** Publishes a text; the stage ends when the server has taken it. */
  CompletionStage<?> publish(String text);

  /** Stops the server, and deletes what it has stored. */
  @Override
  void close();
}
