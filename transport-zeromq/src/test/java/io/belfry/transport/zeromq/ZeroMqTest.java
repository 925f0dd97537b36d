package io.belfry.transport.zeromq;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;

/** The contract over TCP, without encryption. */
class ZeroMqTest extends TransportContract {

  @Override
  protected TestBed testBed() {
    return new ZeroMqBed();
  }
}
