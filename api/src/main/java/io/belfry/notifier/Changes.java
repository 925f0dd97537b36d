package io.belfry.notifier;

import io.belfry.message.TopicFilter;
import java.util.List;

/**
 * Topics have changed.
 *
 * @param id stands for this notice, in every try
 * @param language in which language to tell it
 * @param filter what the recipients have asked for
 * @param recipients who gets it
 * @param changes what was published, in order
 * @param losses what can't be told any more
 */
public record Changes(
    String id,
    String language,
    TopicFilter filter,
    List<Recipient> recipients,
    List<Change> changes,
    List<Loss> losses)
    implements Notice {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is nobody to tell, or nothing to tell
   */
  public Changes {
    recipients = List.copyOf(recipients);
    changes = List.copyOf(changes);
    losses = List.copyOf(losses);
    if (recipients.isEmpty() || (changes.isEmpty() && losses.isEmpty())) {
      throw new IllegalArgumentException("A notice has recipients, and something to tell them.");
    }
  }
}
