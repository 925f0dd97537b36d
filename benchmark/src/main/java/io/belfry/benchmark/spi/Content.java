package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import io.belfry.message.Message;
import io.belfry.message.Payload;

/** Messages from payloads, and back. */
final class Content {

  private Content() {}

  static Message of(byte[] payload) {
    return Message.of(Payload.wrap(payload, 0, payload.length));
  }

  static long sequence(Payload payload) {
    long sequence = 0;
    for (int i = 0; i < Sequence.BYTES; i++) {
      sequence = (sequence << Byte.SIZE) | (payload.at(i) & 0xff);
    }
    return sequence;
  }

  static void hand(Message message, int index, Receiver receiver) {
    receiver.received(index, sequence(message.payload()), message.payload().size());
  }
}
