package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Overflow;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Responder;
import io.belfry.transport.delivery.Responder.Request;

/** A service of a spoke. */
final class ServicePost extends DutyPost {

  /** How many requests may wait for a handler that blocks; more are refused. */
  static final int MAX_WAITING = 10_000;

  private final Lane<Request> lane;

  ServicePost(
      SpokeDuty duty, Address service, Reader reader, Capabilities can, RequestHandler handler) {
    super(duty, service);
    this.lane = new Lane<>(
        "belfry-zeromq-service " + service,
        reader,
        MAX_WAITING,
        Overflow.DROP_NEWEST,
        duty.closeTimeout(),
        new Responder(handler, can)::answer);
  }

  @Override
  void enrol(long newNumber) {
    number(newNumber);
    duty().send(Duty.frame(Duty.Kind.SERVE, address(), newNumber));
  }

  @Override
  void take(Duty frame) {
    int routeEnd = frame.routeEnd(1);
    byte[] bytes = frame.rest();
    Route route = Route.parse(bytes, frame.restAt(), routeEnd);
    Request request = new Request(
        Frames.message(bytes, Frames.nameEnd(bytes, routeEnd)), outcome -> reply(route, outcome));
    if (!lane.deliver(request)) {
      reply(route, busy(address()));
    }
  }

  /** The requests on their way here are answered before the lane is closed. */
  @Override
  void end() {
    duty().leave(this);
    lane.close().forEach(request -> request.reply().accept(busy(address())));
  }

  @Override
  Lane<?> lane() {
    return lane;
  }

  static Outcome busy(String service) {
    return Outcome.failure(
        Category.REFUSED,
        "The service '" + service + "' has too many requests waiting; try later.");
  }

  private void reply(Route route, Outcome outcome) {
    duty()
        .send(Duty.frame(
            Duty.Kind.REPLY, route.before(OutcomeFrame.encode(outcome, 0), 0), route.length()));
  }
}
