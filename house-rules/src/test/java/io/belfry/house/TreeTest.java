package io.belfry.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands where, seen in the source tree. */
class TreeTest {

  private static final Set<String> SAYING_NOTHING =
      Set.of("util", "utils", "common", "support", "impl", "helper", "helpers", "misc");

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.])/(root|work|home/\\w+|Users/\\w+)/|\\b[A-Z]:\\\\+Users\\b");

  private static final Pattern REGISTRY_HOST = Pattern.compile(
      "\\b(repo1?[.]maven|central[.]sonatype|oss[.]sonatype|jitpack[.]io|registry[.](npmjs|yarnpkg)|"
          + "(test[.])?pypi[.]org|files[.]pythonhosted|(deb|security|ftp)[.]debian|archive[.]ubuntu|"
          + "registry-1[.]docker|ghcr[.]io|quay[.]io)\\b");

  private static final Pattern SLEEP = Pattern.compile("\\bsleep\\(");

  static List<String> modules() {
    return Repository.modules();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_holds_only_packages_that_it_owns(String module) {
    Room room = Room.of(module);
    Path root = Path.of(module, "src", "main", "java");
    assertThat(Repository.sources(root.toString()))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(room.owns(packageOf(root.relativize(source))))
            .as("%s may hold %s", module, source)
            .isTrue());
  }

  @Test
  void the_name_of_a_package_says_something() {
    assertThat(Repository.files())
        .filteredOn(file -> file.toString().endsWith(".java"))
        .filteredOn(file -> names(file.getParent()).anyMatch(SAYING_NOTHING::contains))
        .isEmpty();
  }

  @Test
  void no_file_names_a_path_of_one_machine() {
    assertThat(findings(Repository.files(), MACHINE_PATH)).isEmpty();
  }

  @Test
  void no_file_names_the_host_of_a_package_registry() {
    assertThat(findings(Repository.files(), REGISTRY_HOST)).isEmpty();
  }

  @Test
  void no_test_sleeps_for_a_fixed_time() {
    List<Path> tests = Repository.files().stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> file.startsWith("transport-tck") || names(file).anyMatch("test"::equals))
        .toList();
    assertThat(tests).isNotEmpty();
    assertThat(findings(tests, SLEEP)).isEmpty();
  }

  private static List<String> findings(List<Path> files, Pattern pattern) {
    return files.stream()
        .flatMap(file -> Repository.findings(file, pattern).stream())
        .toList();
  }

  private static Stream<String> names(Path path) {
    return StreamSupport.stream(path.spliterator(), false).map(Path::toString);
  }

  private static String packageOf(Path source) {
    return source.getParent() == null
        ? ""
        : String.join(".", names(source.getParent()).toList());
  }
}
