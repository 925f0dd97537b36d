package io.belfry.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A mail that was caught.
 *
 * @param name the name of its file, which tells it from all others
 * @param at when it came
 * @param to for whom
 * @param from who has sent it, as the header says
 * @param subject the subject
 * @param messageId the id that the sender has given it; empty if there is none
 * @param text its plain text; empty if there is none
 * @param page its page in HTML; empty if there is none
 */
public record Mail(
    String name,
    Instant at,
    List<String> to,
    String from,
    String subject,
    String messageId,
    String text,
    String page) {

  /** Copies the list; needs all the others, if empty ones. */
  public Mail {
    Objects.requireNonNull(name);
    Objects.requireNonNull(at);
    to = List.copyOf(to);
    Objects.requireNonNull(from);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(messageId);
    Objects.requireNonNull(text);
    Objects.requireNonNull(page);
  }
}
