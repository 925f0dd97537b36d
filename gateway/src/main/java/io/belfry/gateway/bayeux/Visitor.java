package io.belfry.gateway.bayeux;

import io.belfry.gateway.http.Client;
import io.belfry.gateway.http.Places.Place;
import io.belfry.service.Token;
import java.util.Optional;
import org.cometd.bayeux.server.ServerSession;

/**
 * Who has a session.
 *
 * @param token what was shown
 * @param client for whom it is counted
 * @param place what it takes
 * @param subscriptions what it has subscribed to
 */
record Visitor(Optional<Token> token, Client client, Place place, Subscriptions subscriptions) {

  private static final String NAME = Visitor.class.getName();

  void enter(ServerSession session) {
    session.setAttribute(NAME, this);
  }

  /** Of a session that was let in. */
  static Optional<Visitor> of(ServerSession session) {
    return session.getAttribute(NAME) instanceof Visitor visitor
        ? Optional.of(visitor)
        : Optional.empty();
  }

  Outbox outbox() {
    return subscriptions.outbox();
  }

  void leave() {
    subscriptions.close();
    place.close();
  }
}
