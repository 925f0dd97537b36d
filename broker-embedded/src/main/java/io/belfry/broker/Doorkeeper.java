package io.belfry.broker;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager2;
import org.jspecify.annotations.Nullable;

/**
 * Decides who comes in and who may do what. Where there are no users everybody comes in, yet nobody
 * gets at the broker's own addresses: its management is not offered on the wire.
 */
final class Doorkeeper implements ActiveMQSecurityManager2 {

  /** Management, notifications, and what the protocols keep for themselves. */
  private static final List<String> INTERNAL = List.of("activemq.", "$sys.");

  /** A temporary queue: its name can't be guessed, so who knows it has been told it. */
  private static final Pattern TEMPORARY =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Map<String, BrokerUser> users;
  private final List<Permission> permissions;

  Doorkeeper(BrokerConfig config) {
    users = config.users().stream()
        .collect(Collectors.toUnmodifiableMap(BrokerUser::name, Function.identity()));
    permissions = config.permissions();
  }

  @Override
  public boolean validateUser(
      @Nullable String name, @Nullable String password, X509Certificate @Nullable [] certificates) {
    return validateUser(name, password);
  }

  @Override
  public boolean validateUser(@Nullable String name, @Nullable String password) {
    if (users.isEmpty()) {
      return true;
    }
    BrokerUser user = name == null ? null : users.get(name);
    return user != null && password != null && user.hasPassword(password);
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String name,
      @Nullable String password,
      Set<Role> ignored,
      CheckType check,
      String address,
      @Nullable RemotingConnection connection) {
    return validateUser(name, password) && isAllowed(name, check, address);
  }

  /** Without an address nothing can be decided, so nothing is allowed. */
  @Override
  public boolean validateUserAndRole(
      @Nullable String name, @Nullable String password, Set<Role> ignored, CheckType check) {
    return false;
  }

  private boolean isAllowed(@Nullable String name, CheckType check, String address) {
    Set<Right> sufficient = sufficientFor(check);
    if (sufficient.isEmpty() || INTERNAL.stream().anyMatch(address::startsWith)) {
      return false;
    }
    BrokerUser user = name == null ? null : users.get(name);
    return user == null
        || TEMPORARY.matcher(address).matches()
        || sufficient.stream().anyMatch(right -> isAllowed(user, right, address));
  }

  private boolean isAllowed(BrokerUser user, Right right, String address) {
    return permissions.stream()
        .anyMatch(permission ->
            user.roles().contains(permission.role()) && permission.allows(right, address));
  }

  /**
   * The rights of which one is enough. Senders and receivers alike make the addresses and queues
   * that they use come into being.
   */
  private static Set<Right> sufficientFor(CheckType check) {
    return switch (check) {
      case SEND -> Set.of(Right.SEND);
      case CONSUME, BROWSE, DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE -> Set.of(Right.RECEIVE);
      case CREATE_ADDRESS, DELETE_ADDRESS, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE ->
        Set.of(Right.SEND, Right.RECEIVE);
      case MANAGE, VIEW, EDIT -> Set.of();
    };
  }
}
