package io.belfry.packing.form;

import io.belfry.message.Message;
import io.belfry.transport.delivery.Outcome;

/**
 * What a request has come to.
 *
 * @param number the request's
 * @param outcome the reply or the failure
 */
public record Answer(long number, Outcome outcome) {

  private static final String NOT_BEGUN = "not-begun";

  /**
   * What a service that leaves says of a request.
   *
   * @param number the request's
   * @return the answer that another service has to be asked
   */
  public static Answer notBegun(long number) {
    return new Answer(number, new Outcome(NOT_BEGUN, Message.of("")));
  }

  /**
   * Whether somebody else has to be asked.
   *
   * @return true if the request was not begun, and will not be
   */
  public boolean isNotBegun() {
    return outcome.status().equals(NOT_BEGUN);
  }

  /**
   * About how many bytes it takes in a pack.
   *
   * @return not fewer than it does
   */
  public int size() {
    return Packs.size(outcome.message()) + Packs.ENTRY_BYTES;
  }
}
