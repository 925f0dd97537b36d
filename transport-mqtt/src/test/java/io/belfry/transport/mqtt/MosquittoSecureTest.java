package io.belfry.transport.mqtt;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.testbroker.Certificates;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Limit;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The contract with Mosquitto where both sides show a certificate, and the client logs in. */
class MosquittoSecureTest extends ContractAtBroker {

  private static final BrokerUser RINGER = new BrokerUser("ringer", "ding dong", Set.of("all"));

  @TempDir
  private static Path directory;

  MosquittoSecureTest() {
    super(Kind.MOSQUITTO);
  }

  @Override
  Setup setup() throws Exception {
    return Setup.PLAIN
        .withLimit(Limit.QUEUED_MESSAGES, 0)
        .withUsers(List.of(RINGER), List.of(Permission.all("all", "#")))
        .withMutualTls(Certificates.madeIn(directory));
  }

  @Override
  MqttBed bedAt(SharedBroker shared) throws Exception {
    return new SecureBed(shared, new Certificates(directory), RINGER);
  }
}
