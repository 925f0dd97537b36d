package io.belfry.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a broker is to run. Begin with {@link #DEFAULTS}, and change what differs.
 *
 * @param host the address where it listens; another than the loopback needs users
 * @param ports where it listens for each protocol
 * @param directory where it keeps messages that must survive its end; without it, in memory alone
 * @param maxMemory how many bytes all waiting messages together may take; beyond that, sends are
 *     refused
 * @param maxPacket how many bytes one packet of MQTT may have
 * @param users who may come in; with none, everybody on this machine
 * @param permissions what the users may do
 */
public record BrokerConfig(
    String host,
    BrokerPorts ports,
    Optional<Path> directory,
    long maxMemory,
    int maxPacket,
    List<BrokerUser> users,
    List<Permission> permissions) {

  private static final int MEBIBYTE = 1024 * 1024;

  /** The loopback, the usual ports, in memory, without users. */
  public static final BrokerConfig DEFAULTS = new BrokerConfig(
      "127.0.0.1",
      BrokerPorts.USUAL,
      Optional.empty(),
      128L * MEBIBYTE,
      16 * MEBIBYTE,
      List.of(),
      List.of());

  /**
   * Checks that the parts fit together.
   *
   * @throws BrokerException if they do not
   */
  public BrokerConfig {
    users = List.copyOf(users);
    permissions = List.copyOf(permissions);
    requirePositive("memory", maxMemory);
    requirePositive("packets", maxPacket);
    requireDistinctNames(users);
    requireKnownRoles(users, permissions);
    if (users.isEmpty() && !isLoopback(host)) {
      throw new BrokerException("The broker needs users to listen on '" + host
          + "'; without users it may listen on the loopback only.");
    }
  }

  /**
   * Changes the address where the broker listens.
   *
   * @param host a name or address of this machine
   * @return this configuration, but with that host
   */
  public BrokerConfig withHost(String host) {
    return new BrokerConfig(host, ports, directory, maxMemory, maxPacket, users, permissions);
  }

  /**
   * Changes the ports.
   *
   * @param ports where to listen for each protocol
   * @return this configuration, but with those ports
   */
  public BrokerConfig withPorts(BrokerPorts ports) {
    return new BrokerConfig(host, ports, directory, maxMemory, maxPacket, users, permissions);
  }

  /**
   * Has messages survive the end of the broker.
   *
   * @param directory where to keep them; it is made if it is missing
   * @return this configuration, but with persistence there
   */
  public BrokerConfig withDirectory(Path directory) {
    return new BrokerConfig(
        host, ports, Optional.of(directory), maxMemory, maxPacket, users, permissions);
  }

  /**
   * Changes how much may wait.
   *
   * @param maxMemory how many bytes all waiting messages together may take
   * @return this configuration, but with that limit
   */
  public BrokerConfig withMaxMemory(long maxMemory) {
    return new BrokerConfig(host, ports, directory, maxMemory, maxPacket, users, permissions);
  }

  /**
   * Changes how large a packet of MQTT may be.
   *
   * @param maxPacket the limit in bytes, which clients are told when they connect
   * @return this configuration, but with that limit
   */
  public BrokerConfig withMaxPacket(int maxPacket) {
    return new BrokerConfig(host, ports, directory, maxMemory, maxPacket, users, permissions);
  }

  /**
   * Changes who may come in, and what they may do.
   *
   * @param users all of them
   * @param permissions of the roles that they have
   * @return this configuration, but with those users
   */
  public BrokerConfig withUsers(List<BrokerUser> users, List<Permission> permissions) {
    return new BrokerConfig(host, ports, directory, maxMemory, maxPacket, users, permissions);
  }

  private static void requirePositive(String what, long limit) {
    if (limit <= 0) {
      throw new BrokerException("The broker's limit of " + what + " must be above zero.");
    }
  }

  private static void requireDistinctNames(List<BrokerUser> users) {
    Set<String> names = new HashSet<>();
    for (BrokerUser user : users) {
      if (!names.add(user.name())) {
        throw new BrokerException("There are two users '" + user.name() + "' of the broker.");
      }
    }
  }

  /** A misspelt role would lock its users out, and the reason would be hard to find. */
  private static void requireKnownRoles(List<BrokerUser> users, List<Permission> permissions) {
    List<String> granted = permissions.stream().map(Permission::role).toList();
    List<String> missing = new ArrayList<>();
    users.forEach(user -> missing.addAll(user.roles()));
    missing.removeAll(granted);
    if (!missing.isEmpty()) {
      throw new BrokerException("No permission names the role '" + missing.get(0)
          + "' of a user; add one, or mend the name.");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new BrokerException("This machine does not know the host '" + host + "'.", e);
    }
  }
}
