package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.House.Mail;
import io.belfry.mailbox.MailboxDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mails in the directory of a mailbox, each of which is read once.
 *
 * <p>When one came is told by its name, to the millisecond. (The time of the file is finer only in
 * its form: Linux takes it from a clock that ticks every few milliseconds.)
 */
final class Letters {

  private static final String MAIL = ".eml";

  private final Path directory;
  private final MailboxDirectory mails;
  private final long nanosOfEpoch;
  private final Set<String> known = new HashSet<>();
  private final List<Mail> read = new ArrayList<>();

  Letters(Path directory) {
    this.directory = directory;
    this.mails = new MailboxDirectory(directory);
    long now = System.nanoTime();
    this.nanosOfEpoch = now - nanos(Instant.now());
  }

  synchronized List<Mail> all() {
    try {
      for (String name : names()) {
        if (known.add(name)) {
          mails
              .find(name)
              .ifPresent(mail -> mail.to()
                  .forEach(
                      to -> read.add(new Mail(nanosOfEpoch + nanos(mail.at()), to, mail.text()))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(read);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(MAIL))
          .sorted()
          .toList();
    }
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
  }
}
