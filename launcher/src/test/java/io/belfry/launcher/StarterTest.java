package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script that starts the program, with a Java and a Maven that only tell what they were asked.
 */
@Timeout(60)
class StarterTest {

  /** All that the script needs besides Java and Maven. */
  private static final List<String> TOOLS =
      List.of("dirname", "readlink", "sed", "find", "mkdir", "touch", "mv", "rm", "ln", "sleep");

  private static final String MAVEN = """
      #!/bin/sh
      echo "$@" >>"$BED/maven"
      mkdir -p launcher/target/belfry/lib
      """;

  private static final String JAVA = """
      #!/bin/sh
      for each in "$@"; do
        case "$each" in
          -XX:DumpLoadedClassList=*) touch "${each#*=}"; exit ;;
          -Xshare:dump) dump=yes ;;
          -XX:SharedArchiveFile=*) [ -z "${dump:-}" ] || echo classes >"${each#*=}" ;;
        esac
      done
      [ -n "${dump:-}" ] || echo "started $*"
      """;

  @TempDir
  Path bed;

  private Path home;
  private Path source;
  private String said = "";

  @BeforeEach
  void prepare() throws IOException {
    home = Files.createDirectory(bed.resolve("a house"));
    Files.copy(Path.of("..", "belfry"), home.resolve("belfry"));
    Files.writeString(home.resolve("pom.xml"), "");
    source = Files.createDirectories(home.resolve("api/src/main")).resolve("Source.java");
    Files.writeString(home.resolve("api/pom.xml"), "");
    Files.writeString(source, "");
    for (String tool : TOOLS) {
      program("tools/" + tool, "#!/bin/sh\nexec " + found(tool) + " \"$@\"\n");
    }
    program("tools/mvn", MAVEN);
    program("jdk/bin/java", JAVA);
    java("17.0.15");
  }

  @Test
  void it_builds_once_and_starts_with_all_it_was_given() throws Exception {
    assertThat(start("listen", "a b", "#")).isZero();
    assertThat(said).contains("building").contains("io.belfry.launcher.Main listen a b #");
    assertThat(start("topics")).isZero();
    assertThat(said).doesNotContain("building").contains("Main topics");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void it_builds_again_when_a_source_is_newer() throws Exception {
    start("topics");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    start("topics");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void a_build_that_failed_is_told_and_begun_again() throws Exception {
    program("tools/mvn", "#!/bin/sh\necho no disk\nexit 1\n");
    assertThat(start("topics")).isEqualTo(1);
    assertThat(said).contains("build has failed").doesNotContain("started");
    Path log = home.resolve("launcher/target/belfry/log");
    assertThat(said).contains(log.toString());
    assertThat(log).content().contains("no disk");
    program("tools/mvn", MAVEN);
    assertThat(start("topics")).isZero();
  }

  @Test
  void of_two_that_are_started_at_once_one_builds() throws Exception {
    program("tools/mvn", MAVEN.replace("mkdir", "sleep 1; mkdir"));
    Process first = process("serve");
    Process second = process("topics");
    assertThat(List.of(exitCode(first), exitCode(second))).containsOnly(0);
    assertThat(builds()).hasSize(1);
    assertThat(home.resolve("launcher/target/belfry.lock")).doesNotExist();
  }

  @Test
  void a_builder_that_was_killed_keeps_nobody_waiting() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(home.resolve("launcher/target"));
    Files.createSymbolicLink(
        home.resolve("launcher/target/belfry.lock"), Path.of(Long.toString(gone.pid())));
    assertThat(start("topics")).isZero();
  }

  @Test
  void it_starts_without_an_archive_of_classes_where_there_can_be_none() throws Exception {
    program("jdk/bin/java", JAVA.replace("dump=yes", "exit 1"));
    assertThat(start("topics")).isZero();
    assertThat(said).contains("started").doesNotContain("SharedArchiveFile");
    start("topics");
    assertThat(said).doesNotContain("getting this Java ready").contains("started");
  }

  @Test
  void the_rehearsal_goes_well_and_leaves_nothing() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    String room = "-Djava.io.tmpdir=" + Files.createDirectory(bed.resolve("room"));
    try (Program rehearsal = Program.run(java, room, "-cp", classes, Rehearsal.class.getName())) {
      assertThat(rehearsal.output()).contains("rehearsal 1 from zeromq");
    }
    assertThat(bed.resolve("room")).isEmptyDirectory();
  }

  @Test
  void without_maven_it_says_so() throws Exception {
    Files.delete(bed.resolve("tools/mvn"));
    assertThat(start("topics")).isEqualTo(1);
    assertThat(said).contains("install Maven from 3.8 on").hasLineCount(1);
  }

  @Test
  void an_old_java_is_refused() throws Exception {
    for (String version : List.of("11.0.2", "1.8.0_392")) {
      java(version);
      assertThat(start("topics")).isEqualTo(1);
      assertThat(said).contains("Java " + version + " is too old").hasLineCount(1);
    }
  }

  @Test
  void without_java_it_says_so() throws Exception {
    Files.delete(bed.resolve("jdk/bin/java"));
    assertThat(start("topics")).isEqualTo(1);
    assertThat(said).contains("install a JDK from 17 on").hasLineCount(1);
  }

  private int start(String... arguments) throws Exception {
    return exitCode(process(arguments));
  }

  private int exitCode(Process process) throws Exception {
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }

  private Process process(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", home.resolve("belfry").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of(
            "PATH", bed.resolve("tools").toString(),
            "JAVA_HOME", bed.resolve("jdk").toString(),
            "BED", bed.toString()));
    return builder.redirectErrorStream(true).start();
  }

  private static Path found(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(bed.resolve("maven"));
  }

  private void java(String version) throws IOException {
    Files.writeString(bed.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private void program(String name, String text) throws IOException {
    Path file = bed.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
