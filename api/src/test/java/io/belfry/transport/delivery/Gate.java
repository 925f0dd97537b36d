package io.belfry.transport.delivery;

import java.util.concurrent.CountDownLatch;

/** An action that, once begun, does not return until it is told to. */
final class Gate implements Inbox.Action<Object> {

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public void accept(Object item) throws InterruptedException {
    entered.countDown();
    opened.await();
  }

  void awaitEntered() throws InterruptedException {
    entered.await();
  }

  void open() {
    opened.countDown();
  }
}
