package io.belfry.server;

import io.belfry.message.Address;
import io.belfry.server.lease.Leases;
import io.belfry.server.log.EventLog;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.server.subscription.Subscriptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Throws away what is kept no more: on one server at a time, the one that has the lease. */
final class Housekeeper {

  private static final Logger LOG = System.getLogger(Housekeeper.class.getName());

  private static final String WORK = "housekeeping";

  private static final Duration HOLD = Duration.ofSeconds(30);

  private final Address server;
  private final Leases leases;
  private final EventLog log;
  private final Subscriptions subscriptions;
  private final Mailboxes mailboxes;

  Housekeeper(
      Address server,
      Leases leases,
      EventLog log,
      Subscriptions subscriptions,
      Mailboxes mailboxes) {
    this.server = server;
    this.leases = leases;
    this.log = log;
    this.subscriptions = subscriptions;
    this.mailboxes = mailboxes;
  }

  private static OptionalLong oldest(OptionalLong one, OptionalLong other) {
    return LongStream.concat(one.stream(), other.stream()).min();
  }

  /** Does what is due; tried again next time if it fails. */
  void tick() {
    try {
      leases.acquire(WORK, server.name(), HOLD).ifPresent(lease -> {
        subscriptions.expire();
        mailboxes.expire();
        log.housekeep(oldest(subscriptions.neededFrom(), mailboxes.neededFrom()));
        leases.release(lease);
      });
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Housekeeping is tried again later: {0}", e.getMessage());
    }
  }
}
