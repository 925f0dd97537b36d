package io.belfry.transport.jms;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.testbroker.Certificates;
import io.belfry.testbroker.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a broker needs that knows its users and encrypts, and what its clients need. */
final class Guarded implements AutoCloseable {

  /** With signs that a url would have to escape. */
  private static final String PASSWORD = "p&ss=w%rd ?#";

  private final Path directory;
  private final Certificates certificates;

  Guarded() throws IOException {
    directory = Files.createTempDirectory("belfry-jms-tls");
    certificates = Certificates.madeIn(directory);
  }

  Setup setup() {
    BrokerUser ringer = new BrokerUser("ringer", PASSWORD, Set.of("ringers"));
    return Setup.PLAIN
        .persistent()
        .withUsers(List.of(ringer), List.of(Permission.all("ringers", "#")))
        .withTls(certificates);
  }

  Map<String, String> settings() {
    return Map.of(
        "user",
        "ringer",
        "password",
        PASSWORD,
        "trust-store",
        certificates.trustStore().toString(),
        "trust-store-password",
        Certificates.PASSWORD,
        "persistent",
        "true");
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(Guarded::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
