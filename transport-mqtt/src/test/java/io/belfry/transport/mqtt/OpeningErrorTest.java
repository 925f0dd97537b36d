package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.tck.Aside;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Certificates;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Limit;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can't open a transport learns in one sentence what to do. */
class OpeningErrorTest {

  private static final BrokerUser RINGER = new BrokerUser("ringer", "swordfish", Set.of("all"));

  @TempDir
  private static Path directory;

  private static Optional<SharedBroker> secure = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    SharedBroker broker = new SharedBroker(
        Kind.MOSQUITTO,
        Setup.PLAIN
            .withUsers(List.of(RINGER), List.of(Permission.all("all", "#")))
            .withMutualTls(Certificates.madeIn(directory)));
    secure = Optional.of(broker);
    broker.running(); // Or all of it is skipped.
  }

  @AfterAll
  static void stop() {
    secure.ifPresent(SharedBroker::close);
  }

  @Test
  void without_a_broker_it_fails_at_once() throws IOException {
    long asked = System.nanoTime();
    assertRefused(Map.of("url", "tcp://127.0.0.1:" + FreePorts.one()), Category.UNREACHABLE)
        .hasMessageContaining("is it running?");
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void it_waits_for_the_broker_where_it_is_told_to() throws Exception {
    try (TestBroker broker = TestBrokers.start(Kind.EMBEDDED, Setup.PLAIN)) {
      broker.control().orElseThrow().stop();
      CompletableFuture<Transport> opening =
          Aside.get(() -> Client.of(broker, Map.of("wait-for-broker", "60s")));
      assertThat(Waiting.stays(Duration.ofMillis(250), () -> !opening.isDone())).isTrue();

      broker.control().orElseThrow().start();

      try (Transport transport = Waiting.value(opening)) {
        assertThat(transport.health().isHealthy()).isTrue();
      }
    }
  }

  @Test
  void who_never_answers_is_given_up() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
              Map.of("url", "tcp://127.0.0.1:" + mute.getLocalPort(), "connect-timeout", "300ms"),
              Category.UNREACHABLE)
          .hasMessageContaining("connect time-out");
    }
  }

  @Test
  void who_hangs_up_is_unreachable() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> hangingUp = Aside.run(() -> hangUp(rude));
      assertRefused(Map.of("url", "tcp://127.0.0.1:" + rude.getLocalPort()), Category.UNREACHABLE);
      Waiting.value(hangingUp);
    }
  }

  @Test
  void an_unknown_host_is_named() {
    assertRefused(Map.of("url", "tcp://no-such-host.invalid"), Category.UNREACHABLE)
        .hasMessageContaining("no-such-host.invalid");
  }

  @Test
  void a_wrong_password_is_told() throws Exception {
    Map<String, String> settings = secureSettings();
    settings.put("password", "catfish");
    assertRefused(settings, Category.REFUSED).hasMessageContaining("'password'");
  }

  @Test
  void a_certificate_that_is_not_trusted_is_told() throws Exception {
    Map<String, String> settings = secureSettings();
    settings.remove("trust-store");
    settings.remove("trust-store-password");
    assertRefused(settings, Category.CONFIGURATION).hasMessageContaining("'trust-store'");
  }

  @Test
  void a_certificate_that_the_broker_wants_is_told() throws Exception {
    Map<String, String> settings = secureSettings();
    settings.remove("key-store");
    settings.remove("key-store-password");
    assertRefused(settings, Category.REFUSED).hasMessageContaining("'key-store'");
  }

  @Test
  void a_wrong_password_of_a_store_is_told() throws Exception {
    Map<String, String> settings = secureSettings();
    settings.put("key-store-password", "catfish");
    assertRefused(settings, Category.CONFIGURATION).hasMessageContaining("'key-store-password'");
  }

  @Test
  void tls_where_there_is_none_is_told() throws Exception {
    try (TestBroker plain = TestBrokers.start(Kind.EMBEDDED, Setup.PLAIN)) {
      assertRefused(
              Map.of("url", "ssl://127.0.0.1:" + plain.at(Protocol.MQTT).getPort()),
              Category.REFUSED)
          .hasMessageContaining("TLS");
    }
  }

  @Test
  void a_broker_that_is_full_is_unreachable() throws Exception {
    Setup few = Setup.PLAIN.withLimit(Limit.CONNECTIONS, 3);
    List<Transport> opened = new ArrayList<>();
    try (TestBroker full = TestBrokers.start(Kind.MOSQUITTO, few)) {
      TransportException refusal = catchThrowableOfType(TransportException.class, () -> {
        while (opened.size() < 10) {
          opened.add(Client.of(full));
        }
      });
      assertThat(opened).hasSizeBetween(1, 9).allMatch(each -> each.health().isHealthy());
      assertThat(refusal.category()).isEqualTo(Category.UNREACHABLE);
      opened.forEach(Transport::close);
    }
  }

  @Test
  void a_broker_whose_packets_are_too_small_is_refused() throws Exception {
    Setup small = Setup.PLAIN.withLimit(Limit.PACKET_BYTES, 20_000);
    try (TestBroker broker = TestBrokers.start(Kind.MOSQUITTO, small)) {
      TransportException refusal =
          catchThrowableOfType(TransportException.class, () -> Client.of(broker));
      assertThat(refusal).hasMessageContaining("20000 bytes");
      assertThat(refusal.category()).isEqualTo(Category.REFUSED);
    }
  }

  private static Map<String, String> secureSettings() throws Exception {
    return new SecureBed(secure.orElseThrow(), new Certificates(directory), RINGER)
        .settings(Side.SPOKE);
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(
      Map<String, String> settings, Category category) {
    TransportException refusal = refusal(settings);
    assertThat(refusal.category()).as(refusal.getMessage()).isEqualTo(category);
    return assertThat(refusal);
  }

  /** No refusal tells a password. */
  private static TransportException refusal(Map<String, String> settings) {
    TransportException refusal =
        catchThrowableOfType(TransportException.class, () -> Client.open(settings));
    assertThat(refusal)
        .isNotNull()
        .hasMessageMatching("[A-Z].*")
        .hasMessageNotContaining("swordfish")
        .hasMessageNotContaining("catfish")
        .hasMessageNotContaining(Certificates.PASSWORD);
    return refusal;
  }

  private static void hangUp(ServerSocket server) {
    try (Socket accepted = server.accept()) {
      assertThat(accepted.getInputStream().read()).isPositive();
    } catch (IOException e) {
      throw new AssertionError("nobody called", e);
    }
  }
}
