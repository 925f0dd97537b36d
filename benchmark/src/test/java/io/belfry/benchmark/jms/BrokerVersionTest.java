package io.belfry.benchmark.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.wire.Access;
import java.util.Optional;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;

/** Belfry's own broker does not offer its management on the wire, so here is one that does. */
class BrokerVersionTest {

  @Test
  void a_broker_is_asked_for_its_version() throws Exception {
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(new ConfigurationImpl()
        .setPersistenceEnabled(false)
        .setSecurityEnabled(false)
        .addAcceptorConfiguration("core", "tcp://127.0.0.1:0?protocols=CORE"));
    broker.start();
    try {
      NettyAcceptor acceptor =
          (NettyAcceptor) broker.getActiveMQServer().getRemotingService().getAcceptor("core");
      Access access = new Access(
          "tcp://127.0.0.1:" + acceptor.getActualPort(), Optional.empty(), Optional.empty());
      assertThat(RawJms.brokerVersion(access)).matches("Artemis \\d+\\.\\d+\\.\\d+");
    } finally {
      broker.stop();
    }
  }
}
