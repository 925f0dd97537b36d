package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.testbroker.Certificates;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that breaks the connection off after the handshake, before it has said why. */
class AbruptTlsTest {

  private static Certificates certificates;

  @BeforeAll
  static void certify(@TempDir Path directory) throws IOException {
    certificates = Certificates.madeIn(directory);
  }

  @Test
  void where_it_wanted_a_certificate_the_setting_is_named() throws Exception {
    TransportException failure = failureAt(true);
    assertThat(failure.category()).as(failure.getMessage()).isEqualTo(Category.REFUSED);
    assertThat(failure).hasMessageContaining("'key-store'");
  }

  @Test
  void where_it_did_not_it_counts_as_not_reached() throws Exception {
    TransportException failure = failureAt(false);
    assertThat(failure.category()).as(failure.getMessage()).isEqualTo(Category.UNREACHABLE);
  }

  private static TransportException failureAt(boolean wantsCertificate) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread serving = new Thread(() -> breakOff(server, wantsCertificate), "abrupt-tls");
      serving.start();
      Map<String, String> settings = Map.of(
          "url",
          "ssl://localhost:" + server.getLocalPort(),
          "trust-store",
          certificates.trustStore().toString(),
          "trust-store-password",
          Certificates.PASSWORD);
      TransportException failure =
          catchThrowableOfType(TransportException.class, () -> Client.open(settings));
      serving.join();
      return failure;
    }
  }

  /** Reads the greeting, lest the client should meet the end while it still shakes hands. */
  private static void breakOff(ServerSocket server, boolean wantsCertificate) {
    try (Socket plain = server.accept()) {
      SSLSocket encrypted =
          (SSLSocket) context().getSocketFactory().createSocket(plain, null, false);
      encrypted.setWantClientAuth(wantsCertificate);
      encrypted.startHandshake();
      assertThat(encrypted.getInputStream().read()).isPositive();
      plain.setSoLinger(true, 0); // Without a word of TLS.
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static SSLContext context() throws IOException, GeneralSecurityException {
    char[] password = Certificates.PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(certificates.serverStore().toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
