package io.belfry.notifier;

import io.belfry.message.TopicFilter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Somebody has asked that an address be told; whoever reads this there may agree.
 *
 * @param id stands for this notice, in every try
 * @param language in which language to tell it
 * @param filter which topics
 * @param recipient the address
 * @param code what shows that it was read there
 * @param until when the code ends
 */
public record Confirmation(
    String id, String language, TopicFilter filter, Recipient recipient, String code, Instant until)
    implements Notice {

  /** Needs all of them. */
  public Confirmation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(language);
    Objects.requireNonNull(filter);
    Objects.requireNonNull(recipient);
    Objects.requireNonNull(code);
    Objects.requireNonNull(until);
  }

  @Override
  public List<Recipient> recipients() {
    return List.of(recipient);
  }

  /** Never shows the code. */
  @Override
  public String toString() {
    return "Confirmation[" + id + ", " + recipient + "]";
  }
}
