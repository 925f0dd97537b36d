package io.belfry.testbroker;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a broker is to run. A kind that can't do something refuses to start with it.
 *
 * @param isPersistent whether what is durable survives its end
 * @param users who may come in; with none, everybody
 * @param permissions what the users may do
 * @param tls the certificates where every connection is to be encrypted
 * @param isClientKnown whether every client needs a certificate of its own then
 * @param limits what to refuse; the rest as the broker has it
 */
public record Setup(
    boolean isPersistent,
    List<BrokerUser> users,
    List<Permission> permissions,
    Optional<Certificates> tls,
    boolean isClientKnown,
    Map<Limit, Long> limits) {

  /** In memory, open to everybody on this machine, not encrypted. */
  public static final Setup PLAIN =
      new Setup(false, List.of(), List.of(), Optional.empty(), false, Map.of());

  /** Copies the collections. */
  public Setup {
    users = List.copyOf(users);
    permissions = List.copyOf(permissions);
    limits = Map.copyOf(limits);
  }

  /**
   * Has durable messages survive.
   *
   * @return this setup, but with files
   */
  public Setup persistent() {
    return new Setup(true, users, permissions, tls, isClientKnown, limits);
  }

  /**
   * Lets in only these.
   *
   * @param users all of them
   * @param permissions of the roles that they have
   * @return this setup, but with those users
   */
  public Setup withUsers(List<BrokerUser> users, List<Permission> permissions) {
    return new Setup(isPersistent, users, permissions, tls, isClientKnown, limits);
  }

  /**
   * Encrypts all connections.
   *
   * @param certificates of the broker and of the authority that stands for its clients
   * @return this setup, but with TLS
   */
  public Setup withTls(Certificates certificates) {
    return new Setup(isPersistent, users, permissions, Optional.of(certificates), false, limits);
  }

  /**
   * Encrypts all connections, and lets in only clients with a certificate.
   *
   * @param certificates of the broker and of the authority that stands for its clients
   * @return this setup, but with TLS on both sides
   */
  public Setup withMutualTls(Certificates certificates) {
    return new Setup(isPersistent, users, permissions, Optional.of(certificates), true, limits);
  }

  /**
   * Limits something.
   *
   * @param limit what
   * @param value how much of it is still allowed
   * @return this setup, but with that limit
   */
  public Setup withLimit(Limit limit, long value) {
    Map<Limit, Long> more = new EnumMap<>(Limit.class);
    more.putAll(limits);
    more.put(limit, value);
    return new Setup(isPersistent, users, permissions, tls, isClientKnown, more);
  }

  /** The permissions that one user has by its roles. */
  List<Permission> permissionsOf(BrokerUser user) {
    return permissions.stream()
        .filter(permission -> user.roles().contains(permission.role()))
        .toList();
  }
}
