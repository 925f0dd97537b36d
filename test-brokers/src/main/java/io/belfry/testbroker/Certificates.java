package io.belfry.testbroker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
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
   * @throws IOException if the JDK's keytool fails
   */
  public static Certificates madeIn(Path directory) throws IOException {
    Certificates made = new Certificates(directory);
    made.generate(AUTHORITY, "-ext", "bc:c=ca:true");
    made.keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        AUTHORITY,
        "-file",
        "authority.pem",
        "-keystore",
        "authority.p12");
    made.issue(SERVER, "-ext", "san=dns:localhost,ip:127.0.0.1");
    made.issue(CLIENT, "-ext", "eku=clientAuth");
    made.keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        AUTHORITY,
        "-file",
        "authority.pem",
        "-keystore",
        "trust.p12");
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
    return directory.resolve("client.p12");
  }

  /**
   * What a server proves itself with.
   *
   * @return a store with its key and certificate, for localhost and 127.0.0.1
   */
  public Path serverStore() {
    return directory.resolve("server.p12");
  }

  /**
   * The authority's certificate as text, which is how most programs want it.
   *
   * @return the certificate in PEM
   * @throws IOException if it can't be read
   */
  public String authorityPem() throws IOException {
    return Files.readString(directory.resolve("authority.pem"));
  }

  String serverPem() throws IOException {
    try {
      return pem("CERTIFICATE", store(SERVER).getCertificate(SERVER).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException("The server's certificate can't be read.", e);
    }
  }

  String serverKeyPem() throws IOException {
    try {
      return pem(
          "PRIVATE KEY", store(SERVER).getKey(SERVER, PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException("The server's key can't be read.", e);
    }
  }

  void copyStores(Path target) throws IOException {
    for (Path store : List.of(serverStore(), trustStore())) {
      Files.copy(store, target.resolve(store.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void issue(String name, String... extensions) throws IOException {
    generate(name);
    keytool("-certreq", "-alias", name, "-file", name + ".csr", "-keystore", name + ".p12");
    List<String> signing = new ArrayList<>(List.of(
        "-gencert",
        "-rfc",
        "-alias",
        AUTHORITY,
        "-validity",
        "2",
        "-infile",
        name + ".csr",
        "-outfile",
        name + ".pem",
        "-keystore",
        "authority.p12"));
    signing.addAll(List.of(extensions));
    keytool(signing.toArray(String[]::new));
    importInto(name, AUTHORITY, "authority.pem");
    importInto(name, name, name + ".pem");
  }

  private void importInto(String store, String alias, String file) throws IOException {
    keytool(
        "-importcert", "-noprompt", "-alias", alias, "-file", file, "-keystore", store + ".p12");
  }

  private void generate(String name, String... extensions) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-validity",
        "2",
        "-dname",
        "CN=" + name,
        "-keystore",
        name + ".p12"));
    arguments.addAll(List.of(extensions));
    keytool(arguments.toArray(String[]::new));
  }

  private void keytool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    }
  }

  private KeyStore store(String name) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(directory.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
  }

  private static String pem(String type, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
