package io.belfry.compare.load;

import io.belfry.message.Payload;
import java.util.concurrent.CompletionStage;

/** Where a publisher's messages go. */
@FunctionalInterface
public interface Outlet {

  /**
   * Sends a message.
   *
   * @param payload its payload
   * @return completes when the transport has taken it, or fails
   */
  CompletionStage<?> send(Payload payload);
}
