package io.belfry.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Somebody whom the broker lets in.
 *
 * @param name under which the client connects
 * @param password with which it proves that, never shown
 * @param roles which decide what it may do
 */
public record BrokerUser(String name, String password, Set<String> roles) {

  /**
   * Checks that there is something to prove.
   *
   * @throws BrokerException if the name or the password is empty
   */
  public BrokerUser {
    if (name.isBlank()) {
      throw new BrokerException("A user of the broker needs a name.");
    }
    if (password.isEmpty()) {
      throw new BrokerException("The user '" + name + "' of the broker needs a password.");
    }
    roles = Set.copyOf(roles);
  }

  /** Takes as long for a wrong password as for the right one, so that time gives no hint. */
  boolean hasPassword(String offered) {
    return MessageDigest.isEqual(
        password.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "BrokerUser[name=" + name + ", password=***, roles=" + roles + "]";
  }
}
