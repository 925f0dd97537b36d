package io.belfry.server.mailbox;

import io.belfry.service.EmailRegistration;
import java.time.Instant;

/**
 * What a mail to somebody needs.
 *
 * @param id of the registration
 * @param registration which topics, and where to
 * @param created when it was made, which tells it from an older one of the same id
 * @param leaveCode ends the registration
 * @param confirmCode confirms it
 * @param codes how many codes have been asked for
 * @param codeUntil when the last one ends
 */
public record Addressee(
    long id,
    EmailRegistration registration,
    long created,
    String leaveCode,
    String confirmCode,
    int codes,
    Instant codeUntil) {

  /** Never shows the codes. */
  @Override
  public String toString() {
    return "Addressee[" + id + "]";
  }
}
