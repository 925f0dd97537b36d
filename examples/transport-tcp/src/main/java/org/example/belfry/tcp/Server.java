package org.example.belfry.tcp;

import io.belfry.message.Address;
import io.belfry.transport.Overflow;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.delivery.Responder;
import io.belfry.transport.delivery.Responder.Request;

/** Receives the requests to a service, and sends the answers. */
final class Server extends Receiver {

  private static final int ROOM = 10_000;

  private final Responder responder;

  Server(Uplink uplink, TcpConfig config, Address service, RequestHandler handler) {
    super(uplink, config, Kind.SERVE, service.name(), Frame.NOTHING, ROOM, Overflow.DROP_NEWEST);
    this.responder = new Responder(handler, TcpProvider.CAPABILITIES);
  }

  @Override
  void handle(Delivery delivery) throws Exception {
    responder.answer(new Request(delivery.frame().message(), delivery::reply));
  }

  @Override
  void turnAway(Delivery delivery) {
    if (isClosed()) {
      delivery.sendBack();
    } else {
      delivery.refuse("The service has no room; ask again later.");
    }
  }
}
