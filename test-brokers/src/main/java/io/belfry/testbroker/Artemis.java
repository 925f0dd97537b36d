package io.belfry.testbroker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Artemis from its distribution, which the build has unpacked. */
final class Artemis {

  /** The system property by which the build says where. */
  private static final String HOME = "belfry.artemis.home";

  private Artemis() {}

  static Optional<String> missing() {
    return home().isPresent()
        ? Optional.empty()
        : Optional.of("Artemis is not unpacked; build the module test-brokers, or name it with -D"
            + HOME + "=DIRECTORY.");
  }

  static ProcessBroker start(Setup setup) throws Exception {
    Path home = home().orElseThrow();
    return ProcessBroker.start(Kind.ARTEMIS_PROCESS, (directory, addresses) -> {
      new ArtemisFiles(directory, setup, addresses).write();
      return new ServerProcess(command(home, directory), directory.path(), addresses.all());
    });
  }

  /** The JVM itself, not the script: so it is one process, which is ours. */
  private static List<String> command(Path home, TemporaryDirectory instance) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx384m",
        "-XX:+UseSerialGC",
        // A short life is not worth the second compiler.
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dlog4j2.configurationFile=" + instance.file("etc/log4j2.properties"),
        "-Djava.security.auth.login.config=" + instance.file("etc/login.config"),
        "-Djava.io.tmpdir=" + instance.path(),
        "-Dartemis.home=" + home,
        "-Dartemis.instance=" + instance.path(),
        "-Dartemis.instance.etc=" + instance.file("etc"),
        "-cp",
        home.resolve("lib") + "/*",
        "org.apache.activemq.artemis.cli.Artemis",
        "run");
  }

  private static Optional<Path> home() {
    return Stream.of(
            System.getProperty(HOME, ""),
            "target/artemis",
            "test-brokers/target/artemis",
            "../test-brokers/target/artemis")
        .filter(place -> !place.isBlank())
        .map(place -> Path.of(place).toAbsolutePath().normalize())
        .filter(place -> Files.isDirectory(place.resolve("lib")))
        .findFirst();
  }
}
