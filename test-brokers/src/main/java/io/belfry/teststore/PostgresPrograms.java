package io.belfry.teststore;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL, which refuse to be run by root: for root, another user runs them.
 *
 * @param directory where they are
 */
record PostgresPrograms(Path directory) {

  /** Where Debian puts each version, apart from the PATH. */
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private static final String INIT = "initdb";
  private static final String SERVER = "postgres";
  private static final String USER = "postgres";
  private static final String CHANGE_USER = "setpriv";

  /** Why they can't be run here, if so. */
  static Optional<String> missing() {
    if (found().isEmpty()) {
      return Optional.of("The programs 'initdb' and 'postgres' are missing; install PostgreSQL, or"
          + " put them on the PATH.");
    }
    if (isRoot() && (user().isEmpty() || path().noneMatch(has(CHANGE_USER)))) {
      return Optional.of("PostgreSQL refuses to be run by root, and there is no user '" + USER
          + "' or no program '" + CHANGE_USER + "'; run the tests as another user.");
    }
    return Optional.empty();
  }

  static Optional<PostgresPrograms> found() {
    return Stream.concat(path(), versions())
        .filter(has(INIT).and(has(SERVER)))
        .findFirst()
        .map(PostgresPrograms::new);
  }

  /** What makes the files of a new server. */
  List<String> init(String... arguments) {
    return command(INIT, arguments);
  }

  /** The server itself, as the one process that is started. */
  List<String> server(String... arguments) {
    return command(SERVER, arguments);
  }

  /** Makes it the property of whoever runs the programs. */
  static void handOver(Path file) throws IOException {
    if (isRoot()) {
      Files.setOwner(file, user().orElseThrow());
    }
  }

  private List<String> command(String program, String... arguments) {
    Stream<String> changed = isRoot()
        ? Stream.of(CHANGE_USER, "--reuid=" + USER, "--regid=" + USER, "--clear-groups")
        : Stream.empty();
    Stream<String> whole =
        Stream.concat(Stream.of(directory.resolve(program).toString()), Stream.of(arguments));
    return Stream.concat(changed, whole).toList();
  }

  private static Predicate<Path> has(String program) {
    return directory -> Files.isExecutable(directory.resolve(program));
  }

  private static Stream<Path> path() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1)).map(Path::of);
  }

  /** The newest first. */
  private static Stream<Path> versions() {
    File[] versions = DEBIAN.toFile().listFiles((parent, name) -> name.matches("\\d{1,3}"));
    return Stream.ofNullable(versions)
        .flatMap(Stream::of)
        .sorted(Comparator.comparing((File version) -> Integer.valueOf(version.getName()))
            .reversed())
        .map(version -> version.toPath().resolve("bin"));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static Optional<UserPrincipal> user() {
    try {
      return Optional.of(
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(USER));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
