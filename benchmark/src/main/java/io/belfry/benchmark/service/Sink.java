package io.belfry.benchmark.service;

import io.belfry.mailbox.EmbeddedMailbox;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.NotifierProvider;
import io.belfry.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A mail server on this machine that takes everything, in a directory of its own. */
final class Sink implements AutoCloseable {

  private static final int KEPT = 100;

  private final Path directory;
  private final EmbeddedMailbox mailbox;

  private Sink() throws IOException {
    this.directory = Files.createTempDirectory("belfry-bench-mail-");
    this.mailbox = EmbeddedMailbox.open(0, directory, KEPT);
  }

  static Sink open() throws IOException {
    return new Sink();
  }

  /** What sends mails there, so many over one connection. */
  Notifier notifier(int mailsPerConnection) {
    NotifierProvider smtp = ServiceLoader.load(NotifierProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("smtp"))
        .findFirst()
        .orElseThrow();
    return smtp.open(Settings.of(
        smtp.name(),
        smtp.settings(),
        Map.of(
            "port", Integer.toString(mailbox.port()),
            "hello-name", "localhost",
            "mails-per-connection", Integer.toString(mailsPerConnection))));
  }

  @Override
  public void close() throws IOException {
    mailbox.close();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }
}
