package io.belfry.client;

import io.belfry.message.Message;
import io.belfry.service.protocol.Effect;
import java.util.function.Function;

/**
 * A request that may be sent more than once.
 *
 * @param request the message
 * @param effect what it does to the service
 * @param answer what a reply says
 */
record Question<R>(Message request, Effect effect, Function<Message, R> answer) {

  /** Whether it is harmless to ask again although it may have been done. */
  boolean isRepeatable() {
    return effect != Effect.CHANGES;
  }

  /** Whether it matters that it may have been done. */
  boolean isChanging() {
    return effect != Effect.READS;
  }
}
