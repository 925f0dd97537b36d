package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/**
 * A message on its way.
 *
 * @param receipt learns what becomes of it
 * @param window where it takes up room until then
 * @param reason says why it is lost, by what Paho says
 */
record Flight(Receipt receipt, Window window, Function<Throwable, TransportException> reason)
    implements MqttActionListener {

  @Override
  public void onSuccess(IMqttToken token) {
    window.leave();
    receipt.answered(PahoAnswer.code(token));
  }

  @Override
  public void onFailure(IMqttToken token, Throwable thrown) {
    window.leave();
    receipt.lost(reason.apply(thrown));
  }
}
