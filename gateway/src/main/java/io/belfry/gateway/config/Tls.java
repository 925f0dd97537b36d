package io.belfry.gateway.config;

import java.nio.file.Path;

/**
 * How to encrypt.
 *
 * @param keyStore the file with the certificate and its key
 * @param password of the file
 */
public record Tls(Path keyStore, String password) {

  /** Never shows the password. */
  @Override
  public String toString() {
    return "Tls[" + keyStore + ", ***]";
  }
}
