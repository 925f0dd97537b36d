package io.belfry.transport.mqtt;

import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Limit;
import io.belfry.testbroker.Setup;

/** The contract with Mosquitto. */
class MosquittoTest extends ContractAtBroker {

  MosquittoTest() {
    super(Kind.MOSQUITTO);
  }

  /** As it comes, it drops what a slow subscriber has not taken. */
  @Override
  Setup setup() {
    return Setup.PLAIN.withLimit(Limit.QUEUED_MESSAGES, 0);
  }
}
