package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * How to encrypt, whom to trust, and who we are.
 *
 * @param sockets makes the sockets
 * @param verifiesHost whether the broker's certificate must be for the name by which it is called
 */
record Tls(SSLSocketFactory sockets, boolean verifiesHost) {

  /**
   * A file of keys or certificates.
   *
   * @param file a key store of a kind that Java knows, such as PKCS#12
   * @param password opens it and, in it, the key
   */
  record Store(Path file, Optional<Secret> password) {
    private char @Nullable [] characters() {
      return password.map(secret -> secret.value().toCharArray()).orElse(null);
    }
  }

  /**
   * Reads the files.
   *
   * @param trust whom to trust; without it, whom Java trusts
   * @param identity our key and certificate, where the broker wants one
   * @param verifiesHost whether to compare the name
   * @throws TransportException with {@code CONFIGURATION} if a file can't be used
   */
  static Tls of(Optional<Store> trust, Optional<Store> identity, boolean verifiesHost) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity.isPresent() ? keys(identity.get()) : null,
          trust.isPresent() ? trusted(trust.get()) : null,
          null);
      return new Tls(context.getSocketFactory(), verifiesHost);
    } catch (GeneralSecurityException e) {
      throw new TransportException(
          Category.CONFIGURATION, "TLS can't be set up with these settings: " + e, e);
    }
  }

  private static KeyManager[] keys(Store store) throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(read("key-store", store), store.characters());
    return factory.getKeyManagers();
  }

  private static TrustManager[] trusted(Store store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(read("trust-store", store));
    return factory.getTrustManagers();
  }

  private static KeyStore read(String setting, Store store) throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(store.file().toFile(), store.characters());
    } catch (IOException | IllegalArgumentException e) {
      throw new TransportException(
          Category.CONFIGURATION,
          "The file '"
              + store.file()
              + "' of the setting '"
              + setting
              + "' can't be read as a key store; check the file and '"
              + setting
              + "-password'.",
          e);
    }
  }
}
