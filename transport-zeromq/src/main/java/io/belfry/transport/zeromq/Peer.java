package io.belfry.transport.zeromq;

import java.util.Arrays;

/** The address that a ROUTER gives to one of its connections. Compared by its bytes. */
final class Peer {

  private final byte[] address;

  Peer(byte[] address) {
    this.address = address;
  }

  /** The bytes themselves, not to be written into. */
  byte[] address() {
    return address;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Peer that && Arrays.equals(address, that.address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address);
  }
}
