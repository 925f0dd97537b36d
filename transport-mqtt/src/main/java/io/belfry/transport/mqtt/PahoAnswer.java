package io.belfry.transport.mqtt;

import java.util.concurrent.CompletableFuture;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/** The broker's answer to something that was asked of it, as a future. */
final class PahoAnswer extends CompletableFuture<IMqttToken> implements MqttActionListener {

  @Override
  public void onSuccess(IMqttToken token) {
    complete(token);
  }

  @Override
  public void onFailure(IMqttToken token, Throwable thrown) {
    completeExceptionally(thrown);
  }

  /** The reason code that an answer has, or 0 if it has none. */
  static int code(IMqttToken token) {
    int[] codes = token.getReasonCodes();
    return codes == null || codes.length == 0 ? 0 : codes[0];
  }
}
