package io.belfry.transport.jms;

import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Requests;
import io.belfry.transport.delivery.Watch;

/** What a transport has for all its life, whatever connection it is on. */
final class Helpers implements AutoCloseable {

  private final Watch watch = new Watch("jms-watch");
  private final Courier courier = new Courier("jms-courier", watch);
  private final Requests requests = new Requests("jms-clock", courier);

  Requests requests() {
    return requests;
  }

  Watch watch() {
    return watch;
  }

  Courier courier() {
    return courier;
  }

  @Override
  public void close() {
    requests.close();
    courier.close();
    watch.close();
  }
}
