package io.belfry.notifier.smtp;

import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are taken. */
final class Trust {

  private Trust() {}

  /**
   * Reads the file.
   *
   * @param file a key store of a kind that Java knows; without it, whom Java trusts
   * @param password opens it
   * @throws SettingsException if it can't be used
   */
  static SSLSocketFactory sockets(Optional<Path> file, Optional<String> password) {
    if (file.isEmpty() && password.isPresent()) {
      throw new SettingsException("The setting 'trust-store-password' needs 'trust-store'.");
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, file.isPresent() ? trusted(file.get(), password) : null, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new SettingsException("TLS can't be set up with these settings: " + e + ".");
    }
  }

  private static TrustManager[] trusted(Path file, Optional<String> password)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(read(file, password));
    return factory.getTrustManagers();
  }

  private static KeyStore read(Path file, Optional<String> password)
      throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(
          file.toFile(), password.map(String::toCharArray).orElse(null));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException("The file '" + file
          + "' of the setting 'trust-store' can't be read as a key store; check the file and"
          + " 'trust-store-password'.");
    }
  }
}
