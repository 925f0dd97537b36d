package io.belfry.compare.venue;

import java.util.List;

/** A notification service at work, with a mailbox that takes any address. */
public interface House extends AutoCloseable {

  /**
   * What the mailbox has got so far.
   *
   * @return the text of each mail, in the order in which they came
   */
  List<Mail> mails();

  /** Failure: none is thrown. */
  @Override
  void close();

  /**
   * A mail.
   *
   * @param at when it had come, by this process's {@link System#nanoTime}
   * @param to to whom
   * @param text the text
   */
  record Mail(long at, String to, String text) {}
}
