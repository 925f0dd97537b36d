package io.belfry.server;

import io.belfry.message.TopicFilter;
import io.belfry.server.access.Access;
import io.belfry.server.access.Principal;
import io.belfry.server.live.LocalListenings;
import io.belfry.server.live.LocalListenings.Registry;
import io.belfry.server.log.EventLog;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.server.metrics.Meters;
import io.belfry.server.subscription.Subscriptions;
import io.belfry.service.Cursor;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.Registration;
import io.belfry.service.Start;
import io.belfry.service.Status;
import io.belfry.service.Subscribed;
import java.util.function.Supplier;

/**
 * What a service consists of.
 *
 * @param log the events
 * @param topics the catalogue
 * @param subscriptions the registered subscribers
 * @param mailboxes the registered addresses
 * @param listenings those who listen in this process
 * @param access who may do what
 * @param desk works on what has to wait for the store
 * @param status how it all is
 * @param meters count what happens
 */
record Rooms(
    EventLog log,
    Topics topics,
    Subscriptions subscriptions,
    Mailboxes mailboxes,
    LocalListenings listenings,
    Access access,
    Desk desk,
    Supplier<Status> status,
    Meters meters) {

  Listening listen(Principal asker, TopicFilter filter, Start start, Listener listener) {
    if (start instanceof Start.After after) {
      return listenings.after(filter, after.cursor(), listener);
    }
    if (start instanceof Start.From from) {
      return listenings.from(filter, from.seq(), listener);
    }
    if (start instanceof Start.As as) {
      return listenings.as(filter, registry(asker, as, filter), listener);
    }
    return listenings.now(filter, listener);
  }

  private Registry registry(Principal asker, Start.As as, TopicFilter filter) {
    return new Registry() {
      @Override
      public Subscribed subscribe() {
        log.requireTopic(filter);
        long fence = subscriptions.drawFence();
        return subscriptions.subscribe(asker, new Registration(as.subscriber(), filter, fence));
      }

      @Override
      public void advance(Registration registration, Cursor cursor) {
        subscriptions.advance(asker, registration, cursor);
      }
    };
  }
}
