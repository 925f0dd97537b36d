package io.belfry.tck.inproc;

import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.PendingReplies;

/**
 * A request on its way, and where its answer belongs.
 *
 * @param parcel the request
 * @param replies the requester's table
 * @param number the request's number there
 */
record Question(Parcel parcel, PendingReplies replies, long number) {

  void answer(Message reply) {
    replies.complete(number, reply);
  }

  void fail(TransportException failure) {
    replies.fail(number, failure);
  }
}
