package io.belfry.transport.mqtt;

import io.belfry.testbroker.Kind;

/** The contract with Artemis as a program of its own. */
class ArtemisTest extends ContractAtBroker {

  ArtemisTest() {
    super(Kind.ARTEMIS_PROCESS);
  }
}
