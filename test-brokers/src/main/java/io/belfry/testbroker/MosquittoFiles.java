package io.belfry.testbroker;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.broker.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The files that Mosquitto reads.
 *
 * @param directory where they are written
 * @param seenAs where Mosquitto finds that directory
 * @param user who may read it; Mosquitto would change to a user of its own, who may not
 */
record MosquittoFiles(TemporaryDirectory directory, String seenAs, String user) {

  private static final int HASH_ROUNDS = 101;
  private static final int HASH_BITS = 512;
  private static final int SALT_BYTES = 12;

  Path write(Setup setup, String host, int port) throws IOException, GeneralSecurityException {
    List<String> lines = new ArrayList<>();
    lines.add("listener " + port + " " + host);
    lines.add("user " + user);
    lines.add("log_dest stderr");
    addUsers(lines, setup);
    addTls(lines, setup);
    if (setup.isPersistent()) {
      directory.directory("data");
      lines.add("persistence true");
      lines.add("persistence_location " + seenAs + "/data/");
    }
    setup.limits().forEach((limit, value) -> lines.add(name(limit) + " " + value));
    return directory.write("mosquitto.conf", text(lines));
  }

  private void addUsers(List<String> lines, Setup setup)
      throws IOException, GeneralSecurityException {
    lines.add("allow_anonymous " + setup.users().isEmpty());
    if (setup.users().isEmpty()) {
      return;
    }
    List<String> passwords = new ArrayList<>();
    List<String> rights = new ArrayList<>();
    for (BrokerUser user : setup.users()) {
      passwords.add(user.name() + ":" + hash(user.password()));
      rights.add("user " + user.name());
      setup.permissionsOf(user).forEach(permission -> rights.addAll(rules(permission)));
    }
    directory.write("passwords", text(passwords));
    directory.write("rights", text(rights));
    lines.add("password_file " + seenAs + "/passwords");
    lines.add("acl_file " + seenAs + "/rights");
  }

  private void addTls(List<String> lines, Setup setup) throws IOException {
    if (setup.tls().isPresent()) {
      Certificates certificates = setup.tls().get();
      directory.write("authority.pem", certificates.authorityPem());
      directory.write("server.pem", certificates.serverPem());
      directory.write("server-key.pem", certificates.serverKeyPem());
      lines.add("cafile " + seenAs + "/authority.pem");
      lines.add("certfile " + seenAs + "/server.pem");
      lines.add("keyfile " + seenAs + "/server-key.pem");
      lines.add("require_certificate " + setup.isClientKnown());
    }
  }

  private static List<String> rules(Permission permission) {
    String topic = permission.addresses().replace('.', '/').replace('*', '+');
    return permission.rights().stream()
        .map(right -> "topic " + (right == Right.SEND ? "write " : "read ") + topic)
        .toList();
  }

  private static String name(Limit limit) {
    Map<Limit, String> names = Map.of(
        Limit.PACKET_BYTES, "max_packet_size",
        Limit.QUEUED_MESSAGES, "max_queued_messages",
        Limit.CONNECTIONS, "max_connections",
        Limit.MEMORY_BYTES, "memory_limit");
    return names.getOrDefault(limit, "");
  }

  /**
   * What the program mosquitto_passwd writes; it is not there where Mosquitto is in a container.
   */
  private static String hash(String password) throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, HASH_ROUNDS, HASH_BITS);
    byte[] hash =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key).getEncoded();
    Base64.Encoder base64 = Base64.getEncoder();
    return "$7$" + HASH_ROUNDS + "$" + base64.encodeToString(salt) + "$"
        + base64.encodeToString(hash);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
