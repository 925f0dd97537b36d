package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.tck.Waiting;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker that grants no more credit makes the JMS client block for as long as it likes. */
class StuckBrokerTest {

  private static final Address FULL = new Address("full");
  private static final int MOST_TRIES = 1_000;
  private static final Duration BOUND = Duration.ofSeconds(15);

  private EmbeddedActiveMQ server;
  private Clients clients;

  @BeforeEach
  void begin() throws Exception {
    Configuration settings = new ConfigurationImpl()
        .setPersistenceEnabled(false)
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .addAcceptorConfiguration("all", "tcp://127.0.0.1:0?protocols=CORE;useEpoll=false");
    settings.addAddressSetting(
        "belfry/queue.full",
        new AddressSettings()
            .setMaxSizeBytes(100_000)
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK));
    server = new EmbeddedActiveMQ();
    server.setConfiguration(settings);
    server.start();
    NettyAcceptor acceptor =
        (NettyAcceptor) server.getActiveMQServer().getRemotingService().getAcceptor("all");
    clients = new Clients(new InetSocketAddress("127.0.0.1", acceptor.getActualPort()));
  }

  @AfterEach
  void end() throws Exception {
    clients.close();
    server.stop();
  }

  @Test
  void a_send_ends_by_its_time_out_and_others_go_on_afterwards() {
    Transport pusher = clients.open();
    TransportException failure = pushUntilStuck(pusher);
    assertThat(failure.category()).isEqualTo(Category.TIMED_OUT);
    Waiting.until("it is connected again", () -> pusher.health().isHealthy());
    Waiting.value(pusher.push(new Address("free"), Message.of("ding")));
  }

  private TransportException pushUntilStuck(Transport pusher) {
    Message large = Message.of(Payload.copyOf(new byte[100_000]));
    for (int i = 0; i < MOST_TRIES; i++) {
      long begun = System.nanoTime();
      var sent = pusher.push(FULL, large).toCompletableFuture();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
      try {
        sent.join();
      } catch (CompletionException e) {
        return (TransportException) e.getCause();
      }
    }
    throw new AssertionError("the broker took all");
  }
}
