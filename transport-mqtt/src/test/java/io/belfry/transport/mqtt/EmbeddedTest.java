package io.belfry.transport.mqtt;

import io.belfry.testbroker.Kind;

/** The contract with the embedded broker. */
class EmbeddedTest extends ContractAtBroker {

  EmbeddedTest() {
    super(Kind.EMBEDDED);
  }
}
