package io.belfry.torture.cast;

/** Somebody who uses the service, and keeps a history. */
interface Actor extends AutoCloseable {

  /** Plays its part, until it is to finish. */
  void run() throws InterruptedException;

  /** Has it come to an end. */
  void finish();

  @Override
  void close();
}
