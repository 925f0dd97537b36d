package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Sequence;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;

/** Messages of bytes, from payloads and back. */
final class Body {

  private Body() {}

  static BytesMessage of(Session session, byte[] payload) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(payload);
    return message;
  }

  static byte[] read(Message message) throws JMSException {
    BytesMessage bytes = (BytesMessage) message;
    byte[] payload = new byte[(int) bytes.getBodyLength()];
    bytes.readBytes(payload);
    return payload;
  }

  static long sequence(byte[] payload) {
    return payload.length < Sequence.BYTES ? Sequence.NONE : Sequence.of(payload, 0);
  }
}
