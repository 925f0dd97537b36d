package io.belfry.server;

import io.belfry.message.Address;
import io.belfry.server.access.Access;
import io.belfry.server.delivery.DeliveryConfig;
import io.belfry.server.log.LogConfig;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.server.subscription.SubscriptionConfig;
import java.time.Duration;

/**
 * How a server works.
 *
 * @param name its name among the servers on one store
 * @param store where it keeps what it must not lose
 * @param log what it takes, and how long it keeps it
 * @param subscriptions how many there may be, and for how long one is waited for
 * @param mailboxes how addresses are registered
 * @param delivery how mailboxes are served
 * @param access who may do what
 * @param beacon how long there may be silence on the wire
 * @param housekeeping how often what is kept no more is thrown away
 */
public record ServerConfig(
    Address name,
    StoreConfig store,
    LogConfig log,
    SubscriptionConfig subscriptions,
    MailboxConfig mailboxes,
    DeliveryConfig delivery,
    Access access,
    Duration beacon,
    Duration housekeeping) {

  /** Where requests go. */
  public static final Address SERVICE = new Address("belfry.service");

  /**
   * Checks the intervals.
   *
   * @throws IllegalArgumentException if one is shorter than 10 ms
   */
  public ServerConfig {
    requireInterval("beacon", beacon);
    requireInterval("housekeeping", housekeeping);
  }

  /**
   * The defaults: everybody may do everything, mailboxes confirm their addresses.
   *
   * @param name the server's name among the servers on one store
   * @param store where it keeps what it must not lose
   * @return the configuration
   */
  public static ServerConfig of(Address name, StoreConfig store) {
    return new ServerConfig(
        name,
        store,
        LogConfig.usual(),
        SubscriptionConfig.DEFAULTS,
        MailboxConfig.DEFAULTS,
        DeliveryConfig.DEFAULTS,
        Access.open(),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }

  /**
   * The same with other mailboxes.
   *
   * @param other how addresses are registered
   * @return the configuration
   */
  public ServerConfig withMailboxes(MailboxConfig other) {
    return new ServerConfig(
        name, store, log, subscriptions, other, delivery, access, beacon, housekeeping);
  }

  /**
   * The same with other deliveries.
   *
   * @param other how mailboxes are served
   * @return the configuration
   */
  public ServerConfig withDelivery(DeliveryConfig other) {
    return new ServerConfig(
        name, store, log, subscriptions, mailboxes, other, access, beacon, housekeeping);
  }

  /**
   * The same for others.
   *
   * @param other who may do what
   * @return the configuration
   */
  public ServerConfig withAccess(Access other) {
    return new ServerConfig(
        name, store, log, subscriptions, mailboxes, delivery, other, beacon, housekeeping);
  }

  private static void requireInterval(String what, Duration interval) {
    if (interval.toMillis() < 10) {
      throw new IllegalArgumentException(
          "The interval of " + what + " must be at least 10 ms, not " + interval + ".");
    }
  }
}
