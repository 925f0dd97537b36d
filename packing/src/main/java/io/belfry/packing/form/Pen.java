package io.belfry.packing.form;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;

/** Puts down what a pack holds, one thing after another. */
abstract class Pen {

  private Headers before = Headers.NONE;

  abstract void octet(byte octet);

  abstract void pair(short pair);

  abstract void size(int size);

  abstract void number(long number);

  abstract void text(String ascii);

  abstract void headers(Headers headers);

  abstract void payload(Payload payload);

  /** Mostly the headers of one message are those of the one before: then they are not repeated. */
  final void message(Message message) {
    Headers headers = message.headers();
    boolean isRepeated = !headers.isEmpty() && headers.equals(before);
    pair(isRepeated ? Reader.AS_BEFORE : (short) headers.bytes());
    size(message.payload().size());
    if (!isRepeated && !headers.isEmpty()) {
      headers(headers);
      before = headers;
    }
    payload(message.payload());
  }
}
