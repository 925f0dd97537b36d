package io.belfry.testbroker;

import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Sides of an encrypted connection. */
final class Tls {

  private static final char[] PASSWORD = Certificates.PASSWORD.toCharArray();

  private Tls() {}

  /** A client that trusts the authority, and has nothing to show. */
  static SSLContext unknown(Certificates certificates) throws Exception {
    return context(certificates, new KeyManager[0]);
  }

  /** A client that trusts the authority, and shows its certificate. */
  static SSLContext known(Certificates certificates) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(certificates.clientStore()), PASSWORD);
    return context(certificates, keys.getKeyManagers());
  }

  private static SSLContext context(Certificates certificates, KeyManager[] keys) throws Exception {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store(certificates.trustStore()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store(Path file) throws Exception {
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }
}
