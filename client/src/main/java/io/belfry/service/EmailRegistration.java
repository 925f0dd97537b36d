package io.belfry.service;

import io.belfry.message.TopicFilter;

/**
 * Where mails go.
 *
 * @param filter which topics
 * @param address the mailbox, such as {@code quasimodo@example.org}
 * @param language the language of the mails as a tag, such as {@code en} or {@code ko}
 */
public record EmailRegistration(TopicFilter filter, String address, String language) {

  private static final int MAX_ADDRESS = 254;
  private static final int MAX_LANGUAGE = 35;

  /**
   * Checks that address and language can be stored and shown; whether the address can be written to
   * is for the service to say.
   *
   * @throws IllegalArgumentException if one is empty, too long or has control characters
   */
  public EmailRegistration {
    Texts.requireFilled("address", address, MAX_ADDRESS);
    Texts.requireFilled("language", language, MAX_LANGUAGE);
  }
}
