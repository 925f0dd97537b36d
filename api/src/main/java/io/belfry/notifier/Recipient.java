package io.belfry.notifier;

import java.util.Objects;
import java.util.Optional;

/**
 * Who gets a notice.
 *
 * @param address in the form that the kind of notifier has: a mailbox, a URL
 * @param leaveCode with which the recipient can end the registration
 */
public record Recipient(String address, Optional<String> leaveCode) {

  /** Needs both, though the code may be absent. */
  public Recipient {
    Objects.requireNonNull(address);
    Objects.requireNonNull(leaveCode);
  }

  /** Never shows the code. */
  @Override
  public String toString() {
    return "Recipient[" + address + "]";
  }
}
