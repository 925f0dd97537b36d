package io.belfry.tck.inproc;

import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Requests;

/**
 * A request on its way, and where its answer belongs.
 *
 * @param parcel the request
 * @param requests the requester's table
 * @param number the request's number there
 */
record Question(Parcel parcel, Requests requests, long number) {

  void answer(Outcome outcome) {
    requests.complete(number, outcome);
  }

  void fail(TransportException failure) {
    requests.fail(number, failure);
  }
}
