package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Responder;
import io.belfry.transport.delivery.Responder.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A service at the hub itself: requests come straight from the reading thread. */
final class HubService implements Services.Provider, Subscription {

  private final Services services;
  private final BiConsumer<Route, Outcome> replies;
  private final String name;
  private final Consumer<Subscription> onClose;
  private final Lane<Request> lane;

  HubService(
      Services services,
      BiConsumer<Route, Outcome> replies,
      Address service,
      Reader reader,
      Duration closeTimeout,
      Consumer<Subscription> onClose,
      Capabilities capabilities,
      RequestHandler handler) {
    this.services = services;
    this.replies = replies;
    this.name = service.name();
    this.onClose = onClose;
    this.lane = new Lane<>(
        "belfry-zeromq-service " + service,
        reader,
        ServicePost.MAX_WAITING,
        Overflow.DROP_NEWEST,
        closeTimeout,
        new Responder(handler, capabilities)::answer);
    services.add(name, this);
  }

  @Override
  public boolean take(Route route, byte[] frame, int nameAt) {
    return lane.deliver(new Request(
        Frames.message(frame, Frames.nameEnd(frame, nameAt)),
        outcome -> replies.accept(route, outcome)));
  }

  @Override
  public CompletionStage<Void> ready() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public Counters counters() {
    return lane.counters();
  }

  @Override
  public void close() {
    onClose.accept(this);
    services.remove(name, this);
    lane.close().forEach(request -> request.reply().accept(ServicePost.busy(name)));
  }
}
