package io.belfry.packing;

import io.belfry.message.Message;
import io.belfry.packing.form.Packs;
import io.belfry.packing.lane.Load;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What is published on one topic or pushed into one queue: as it is, or packed.
 *
 * @param wire sends one message
 */
record PlainLoad(Function<Message, CompletionStage<Void>> wire) implements Load<Message> {

  /** Above that, a message of its own costs less than a copy. */
  private static final int LARGE = 16_384;

  @Override
  public CompletionStage<?> send(List<Message> messages) {
    return wire.apply(messages.size() == 1 ? messages.get(0) : Packs.ofMessages(messages));
  }

  @Override
  public int size(Message message) {
    return Packs.size(message);
  }

  @Override
  public boolean isAlone(Message message) {
    return travelsAlone(message);
  }

  /** Only the wire can grant a wish, and only if it sees the message by itself. */
  static boolean travelsAlone(Message message) {
    return message.payload().size() > LARGE
        || (!message.headers().isEmpty()
            && (message.expiry().isPresent() || message.priority().isPresent()));
  }
}
