package io.belfry.launcher.laboratory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How programs of ours are started: by the Java and with the classes of this process. */
final class Jvm {

  /** Of libraries only what goes wrong, so that the last line is worth to be told. */
  private static final List<String> QUIET = List.of(
      "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
      "-Dslf4j.internal.verbosity=WARN");

  private Jvm() {}

  /**
   * The command for a program.
   *
   * @param heap how much memory it may have for objects, such as {@code 512m}
   */
  static List<String> command(Class<?> program, String heap, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-XX:-UsePerfData");
    command.addAll(QUIET);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
