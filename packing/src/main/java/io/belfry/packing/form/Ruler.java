package io.belfry.packing.form;

import io.belfry.message.Headers;
import io.belfry.message.Payload;

/** Measures a pack that is still to be written. */
final class Ruler extends Pen {

  private int length;

  int length() {
    return length;
  }

  @Override
  void octet(byte octet) {
    length += Byte.BYTES;
  }

  @Override
  void pair(short pair) {
    length += Short.BYTES;
  }

  @Override
  void size(int size) {
    length += Integer.BYTES;
  }

  @Override
  void number(long number) {
    length += Long.BYTES;
  }

  @Override
  void text(String ascii) {
    length += ascii.length();
  }

  @Override
  void headers(Headers headers) {
    length += headers.bytes();
  }

  @Override
  void payload(Payload payload) {
    length += payload.size();
  }
}
