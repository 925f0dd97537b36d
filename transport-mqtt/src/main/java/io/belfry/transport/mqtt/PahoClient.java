package io.belfry.transport.mqtt;

import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Paho's client on our threads and our socket. */
final class PahoClient extends MqttAsyncClient {

  /** Any that Paho accepts: the socket knows where to. */
  private static final String SOMEWHERE = "tcp://127.0.0.1:1883";

  private final BrokerSocket socket;

  PahoClient(String clientId, BrokerSocket socket, PahoThreads threads) throws MqttException {
    super(SOMEWHERE, clientId, new MemoryPersistence(), null, threads);
    this.socket = socket;
  }

  @Override
  protected NetworkModule[] createNetworkModules(String uri, MqttConnectionOptions options) {
    return new NetworkModule[] {socket};
  }
}
