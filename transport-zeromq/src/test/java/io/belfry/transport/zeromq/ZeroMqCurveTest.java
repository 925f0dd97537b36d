package io.belfry.transport.zeromq;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import java.io.IOException;

/** The contract over TCP, encrypted and authenticated. */
class ZeroMqCurveTest extends TransportContract {

  @Override
  protected TestBed testBed() throws IOException {
    return new ZeroMqCurveBed();
  }
}
