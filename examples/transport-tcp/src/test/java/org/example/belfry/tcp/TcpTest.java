package org.example.belfry.tcp;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;

/** The whole contract, over the loopback. */
class TcpTest extends TransportContract {

  @Override
  protected TestBed testBed() throws Exception {
    return new TcpBed();
  }
}
