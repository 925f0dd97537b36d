package org.example.belfry.tcp;

import io.belfry.message.Message;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;

/**
 * A frame, and the connection that has brought it. Answers go there and nowhere else: after a
 * reconnection, another hub may use the same numbers for something else.
 *
 * @param frame what has come
 * @param by what has brought it
 */
record Delivery(Frame frame, Connection by) {

  /** The same with another message. */
  Delivery with(Message message) {
    return new Delivery(
        new Frame(frame.kind(), frame.to(), frame.from(), frame.number(), frame.name(), message),
        by);
  }

  /** Gives the hub back what was not begun. It still has the work itself, but not a request. */
  void sendBack() {
    by.offer(frame.kind() == Kind.WORK ? about(Kind.WORK) : frame);
  }

  /** Tells the hub what has become of work. */
  void settle(Kind verdict) {
    by.offer(about(verdict));
  }

  /** Refuses a request, on the thread that reads. */
  void refuse(String sentence) {
    by.offer(answer(Outcome.failure(Category.REFUSED, sentence)));
  }

  /** Answers a request. Where there is no room for the answer, the requester's deadline passes. */
  void reply(Outcome outcome) {
    by.send(answer(outcome).encode());
  }

  private Frame answer(Outcome outcome) {
    return Frame.reply(frame.from(), frame.number(), outcome);
  }

  private Frame about(Kind kind) {
    return Frame.of(kind, frame.to(), "", Frame.NOTHING).numbered(frame.number());
  }
}
