package io.belfry.transport.jms;

import java.nio.file.Path;
import java.util.Optional;

/** What the wire is encrypted with, if it is. */
record Tls(
    Optional<Path> trustStore,
    Optional<String> trustStorePassword,
    Optional<Path> keyStore,
    Optional<String> keyStorePassword,
    boolean verifiesHost) {

  boolean isOn() {
    return trustStore.isPresent() || keyStore.isPresent();
  }

  /** No text form shows a secret. */
  @Override
  public String toString() {
    return isOn() ? "TLS" : "no TLS";
  }
}
