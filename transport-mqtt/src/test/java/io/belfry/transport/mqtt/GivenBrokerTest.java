package io.belfry.transport.mqtt;

import io.belfry.testbroker.Kind;

/** The contract with a broker that the environment names. */
class GivenBrokerTest extends ContractAtBroker {

  GivenBrokerTest() {
    super(Kind.GIVEN_MQTT);
  }
}
