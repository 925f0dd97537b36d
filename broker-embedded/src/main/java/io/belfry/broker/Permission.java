package io.belfry.broker;

import java.util.Set;

/**
 * Allows a role something. What no permission allows is forbidden.
 *
 * @param role whose users may do it
 * @param addresses where: levels with dots between them, where {@code *} stands for one level and
 *     {@code #} at the end for all that follow; MQTT's {@code a/b} is the address {@code a.b}
 * @param rights what they may do there
 */
public record Permission(String role, String addresses, Set<Right> rights) {

  /**
   * Checks the pattern.
   *
   * @throws BrokerException if it is none
   */
  public Permission {
    AddressPattern.requireValid(addresses);
    rights = Set.copyOf(rights);
  }

  /**
   * Allows everything at some addresses.
   *
   * @param role whose users may do it
   * @param addresses a pattern of addresses
   * @return the permission to send and receive there
   */
  public static Permission all(String role, String addresses) {
    return new Permission(role, addresses, Set.of(Right.SEND, Right.RECEIVE));
  }

  /**
   * Allows sending alone.
   *
   * @param role whose users may do it
   * @param addresses a pattern of addresses
   * @return the permission to send there
   */
  public static Permission toSend(String role, String addresses) {
    return new Permission(role, addresses, Set.of(Right.SEND));
  }

  /**
   * Allows receiving alone.
   *
   * @param role whose users may do it
   * @param addresses a pattern of addresses
   * @return the permission to receive there
   */
  public static Permission toReceive(String role, String addresses) {
    return new Permission(role, addresses, Set.of(Right.RECEIVE));
  }

  /**
   * Whether it allows this there.
   *
   * @param right what somebody wants to do
   * @param address where; a pattern, too, for who subscribes to one must have all of it
   * @return true if so
   */
  public boolean allows(Right right, String address) {
    return rights.contains(right) && AddressPattern.covers(addresses, address);
  }
}
