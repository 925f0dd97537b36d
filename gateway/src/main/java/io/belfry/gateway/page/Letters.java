package io.belfry.gateway.page;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A mailbox to look into. */
@FunctionalInterface
public interface Letters {

  /**
   * What it has caught.
   *
   * @return the letters, the newest first
   */
  List<Letter> newest();

  /**
   * A mail.
   *
   * @param id tells it from others
   * @param at when it came
   * @param to for whom
   * @param from who has sent it
   * @param subject the subject
   * @param text its plain text
   */
  record Letter(String id, Instant at, List<String> to, String from, String subject, String text) {

    /** Copies the list; needs all the others, if empty ones. */
    public Letter {
      Objects.requireNonNull(id);
      Objects.requireNonNull(at);
      to = List.copyOf(to);
      Objects.requireNonNull(from);
      Objects.requireNonNull(subject);
      Objects.requireNonNull(text);
    }
  }
}
