package io.belfry.server.log;

import io.belfry.server.store.Store;
import io.belfry.server.store.StoreException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** Keeps every log from appending, as another server's transaction does. */
final class Hold implements AutoCloseable {

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final Thread thread;

  private Hold(Store store) {
    this.thread = new Thread(() -> hold(store), "hold");
  }

  static Hold on(Store store) throws InterruptedException {
    Hold hold = new Hold(store);
    hold.thread.start();
    hold.held.await();
    return hold;
  }

  private void hold(Store store) {
    try {
      store.inTransaction(handle -> {
        LogRow.lock(handle, store.dialect());
        held.countDown();
        return awaitRelease();
      });
    } catch (StoreException e) {
      // The database has ended what took too long.
    }
  }

  private boolean awaitRelease() throws SQLException {
    try {
      released.await();
      return true;
    } catch (InterruptedException e) {
      throw new SQLException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    released.countDown();
    thread.join();
  }
}
