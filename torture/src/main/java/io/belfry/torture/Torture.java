package io.belfry.torture;

import io.belfry.testbroker.TestBrokers;
import io.belfry.torture.checking.Checker;
import io.belfry.torture.checking.Rules;
import io.belfry.torture.checking.Verdict;
import io.belfry.torture.history.History;
import io.belfry.torture.stage.Options;
import io.belfry.torture.stage.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A run and its verdict. Its files stay if they are wanted, or if something is wrong. */
final class Torture {

  private final Options options;
  private final Path directory;

  private Torture(Options options, Path directory) {
    this.options = options;
    this.directory = directory;
  }

  /** Prepares a run, in the directory that is wanted or a new one. */
  static Torture of(Options options) throws IOException {
    options.broker().flatMap(TestBrokers::missing).ifPresent(reason -> {
      throw new UsageException("The broker can't be started here. " + reason);
    });
    if (options.directory().isEmpty()) {
      return new Torture(options, Files.createTempDirectory("belfry-torture-"));
    }
    Path wanted = Files.createDirectories(options.directory().get());
    try (Stream<Path> files = Files.list(wanted)) {
      if (files.findAny().isPresent()) {
        throw new UsageException(
            "The directory '" + wanted + "' is not empty; name another with '--out'.");
      }
    }
    return new Torture(options, wanted);
  }

  Path directory() {
    return directory;
  }

  Verdict run() throws IOException, InterruptedException {
    play();
    Verdict verdict =
        Checker.check(History.readAll(directory.resolve("histories")).values(), Rules.STRICT);
    if (verdict.violations().isEmpty() && options.directory().isEmpty()) {
      delete();
    }
    return verdict;
  }

  private void play() throws IOException, InterruptedException {
    try {
      Run.of(options, directory.toAbsolutePath());
    } catch (IOException e) {
      throw new IOException(
          e.getMessage() + " The files are in " + directory.toAbsolutePath() + ".", e);
    }
  }

  private void delete() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(directory)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
