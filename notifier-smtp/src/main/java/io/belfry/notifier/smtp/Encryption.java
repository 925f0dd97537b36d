package io.belfry.notifier.smtp;

/** How the way to the mail server is encrypted. */
enum Encryption {
  /** {@code STARTTLS}; on the loopback only if the server offers it. */
  AUTO,
  /** {@code STARTTLS}, or nothing is sent. */
  STARTTLS,
  /** TLS from the first byte on. */
  IMPLICIT,
  /** None, which is for the loopback alone. */
  NONE
}
