package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Capability;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A broker that encrypts and knows its users. */
class GuardedBrokerTest {

  private static Guarded guarded;
  private static SharedBroker broker;

  @BeforeAll
  static void begin() throws Exception {
    guarded = new Guarded();
    broker = new SharedBroker(Kind.ARTEMIS_PROCESS, guarded.setup());
  }

  @AfterAll
  static void end() {
    broker.close();
    guarded.close();
  }

  @Test
  void who_has_certificate_and_password_is_let_in() throws Exception {
    try (Transport transport = Clients.openWith(settings(Map.of()))) {
      assertThat(transport.capabilities().features())
          .contains(Capability.ENCRYPTION, Capability.AUTHENTICATION, Capability.DURABLE_WORK);
      Waiting.value(transport.push(new Address("bells"), Message.of("ding")));
    }
  }

  @Test
  void a_wrong_password_is_refused_with_a_sentence() throws Exception {
    TransportException refusal = failure(Map.of("password", "sword-fish"));
    assertThat(refusal.category()).isEqualTo(Category.REFUSED);
    assertThat(refusal).hasMessageContaining("check 'user' and 'password'");
    assertThat(allOf(refusal)).doesNotContain("sword-fish");
  }

  @Test
  void a_certificate_that_is_not_trusted_is_not_connected_to() throws Exception {
    Map<String, String> settings = settings(Map.of());
    settings.remove("trust-store");
    settings.remove("trust-store-password");
    settings.merge("url", "?sslEnabled=true", String::concat);
    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> Clients.openWith(settings));
    assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
    assertThat(failure).hasMessageContaining("check 'trust-store' and 'verify-host'");
  }

  @Test
  void a_wrong_password_of_the_trust_store_is_shown_nowhere() throws Exception {
    TransportException failure = failure(Map.of("trust-store-password", "sword-fish"));
    assertThat(allOf(failure)).doesNotContain("sword-fish");
  }

  @Test
  void without_encryption_nobody_gets_in() throws Exception {
    Map<String, String> plain = settings(Map.of());
    plain.remove("trust-store");
    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> Clients.openWith(plain));
    assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
  }

  private static TransportException failure(Map<String, String> more) throws Exception {
    Map<String, String> settings = settings(more);
    return catchThrowableOfType(TransportException.class, () -> Clients.openWith(settings));
  }

  private static Map<String, String> settings(Map<String, String> more) throws Exception {
    var address = broker.running().at(Protocol.JMS);
    Map<String, String> settings =
        new HashMap<>(Clients.settings(address.getHostString(), address.getPort()));
    settings.putAll(guarded.settings());
    settings.putAll(more);
    return settings;
  }

  private static String allOf(Exception failure) {
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all));
    return all.toString();
  }
}
