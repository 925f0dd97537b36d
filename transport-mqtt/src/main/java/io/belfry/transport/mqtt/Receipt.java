package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;

/** Learns what has become of a message that was sent. Called on any thread; must not wait. */
interface Receipt {

  /** Nobody wants to know. */
  Receipt NONE = new Receipt() {
    @Override
    public void answered(int code) {}

    @Override
    public void lost(TransportException why) {}
  };

  /**
   * The broker has answered, or the message was written where it does not answer.
   *
   * @param code MQTT's reason code: a failure from {@link Failures#FIRST_FAILURE} on
   */
  void answered(int code);

  /**
   * It is not known what has become of it.
   *
   * @param why the reason
   */
  void lost(TransportException why);
}
