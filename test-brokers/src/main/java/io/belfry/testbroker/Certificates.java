package io.belfry.testbroker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/**
 * Certificates for tests, made when they are needed: an authority, and from it those of a server on
 * this machine and of a client. Each is in a PKCS12 store in the directory.
 *
 * @param directory where the stores are
 */
public record Certificates(Path directory) {

  /** Of every store. */
  public static final String PASSWORD = "belfry-test";

  private static final String AUTHORITY = "authority";
  private static final String SERVER = "server";
  private static final String CLIENT = "client";

  /**
   * Makes them.
   *
   * @param directory where; it must be there, and is the caller's to delete
   * @return what was made
   * @throws IOException if they can't be made or stored
   */
  public static Certificates madeIn(Path directory) throws IOException {
    Certificates made = new Certificates(directory);
    try {
      Identity authority = Identity.authority();
      made.keep(SERVER, authority.server(), authority);
      made.keep(CLIENT, authority.client(), authority);
      made.keep(authority);
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificates can't be made.", e);
    }
    return made;
  }

  /**
   * What a client must trust.
   *
   * @return a store with the authority's certificate
   */
  public Path trustStore() {
    return directory.resolve("trust.p12");
  }

  /**
   * What a client proves itself with.
   *
   * @return a store with its key and certificate
   */
  public Path clientStore() {
    return storeOf(CLIENT);
  }

  /**
   * What a server proves itself with.
   *
   * @return a store with its key and certificate, for localhost and 127.0.0.1
   */
  public Path serverStore() {
    return storeOf(SERVER);
  }

  /**
   * The authority's certificate as text, which is how most programs want it.
   *
   * @return the certificate in PEM
   * @throws IOException if it can't be read
   */
  public String authorityPem() throws IOException {
    try {
      return pem(load(trustStore()).getCertificate(AUTHORITY));
    } catch (GeneralSecurityException e) {
      throw new IOException("The authority's certificate can't be read.", e);
    }
  }

  String serverPem() throws IOException {
    try {
      return pem(load(serverStore()).getCertificate(SERVER));
    } catch (GeneralSecurityException e) {
      throw new IOException("The server's certificate can't be read.", e);
    }
  }

  String serverKeyPem() throws IOException {
    try {
      return pem(
          "PRIVATE KEY",
          load(serverStore()).getKey(SERVER, PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException("The server's key can't be read.", e);
    }
  }

  void copyStores(Path target) throws IOException {
    for (Path store : List.of(serverStore(), trustStore())) {
      Files.copy(store, target.resolve(store.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void keep(String name, Identity identity, Identity authority)
      throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    Certificate[] chain = {identity.certificate(), authority.certificate()};
    store.setKeyEntry(name, identity.key(), PASSWORD.toCharArray(), chain);
    write(store, storeOf(name));
  }

  private void keep(Identity authority) throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    store.setCertificateEntry(AUTHORITY, authority.certificate());
    write(store, trustStore());
  }

  private Path storeOf(String name) {
    return directory.resolve(name + ".p12");
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static void write(KeyStore store, Path file)
      throws IOException, GeneralSecurityException {
    try (OutputStream output = Files.newOutputStream(file)) {
      store.store(output, PASSWORD.toCharArray());
    }
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  private static String pem(String type, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
