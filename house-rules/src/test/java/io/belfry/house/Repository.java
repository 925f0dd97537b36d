package io.belfry.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The files of the repository, as they stand on the disk. */
final class Repository {

  private static final Path ROOT = root();
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".idea", ".vscode", ".settings", "target");

  private Repository() {}

  /** The directories of the modules with code to check, in the order of the build. */
  static List<String> modules() {
    return Pattern.compile("<module>([^<]+)</module>")
        .matcher(text(ROOT.resolve("pom.xml")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(module -> !module.equals("house-rules"))
        .toList();
  }

  /** Every file, generated ones left out. */
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
          return NOT_OURS.contains(directory.getFileName().toString())
              ? FileVisitResult.SKIP_SUBTREE
              : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (attributes.isRegularFile()
              && !NOT_OURS.contains(file.getFileName().toString())) {
            files.add(ROOT.relativize(file));
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** The Java sources below a directory that is named from the root. */
  static List<Path> sources(String directory) {
    return files().stream()
        .filter(file -> file.startsWith(directory) && file.toString().endsWith(".java"))
        .toList();
  }

  /** Where the pattern is found in the file: one {@code file:line text} for each line. */
  static List<String> findings(Path file, Pattern pattern) {
    List<String> lines = text(ROOT.resolve(file)).lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> pattern.matcher(lines.get(i)).find())
        .mapToObj(i -> file + ":" + (i + 1) + " " + lines.get(i).strip())
        .toList();
  }

  /**
   * The compiled tests of a module, which stand where those of this one do; an example knows
   * nothing of our profiles, and has them in one place always.
   */
  static Path testClasses(String module) {
    Path ours = Path.of(URI.create(Repository.class.getResource("/").toString()));
    Path there = module.startsWith("examples/")
        ? Path.of("target", "test-classes")
        : ROOT.resolve("house-rules").relativize(ours);
    return ROOT.resolve(module).resolve(there);
  }

  static Path absolute(Path file) {
    return ROOT.resolve(file);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return ""; // not a text
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve(".mvn"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new IllegalStateException("No .mvn directory above the working directory");
      }
    }
    return directory;
  }
}
