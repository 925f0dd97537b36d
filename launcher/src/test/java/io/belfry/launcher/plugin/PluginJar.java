package io.belfry.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.NotifierProvider;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Jars of other authors, compiled in the test. */
public final class PluginJar {

  private static final String SERVICE = "META-INF/services/" + TransportProvider.class.getName();

  private PluginJar() {}

  /** One with a transport. */
  public static void in(Path jar, String provider, String source) throws IOException {
    in(jar, provider, provider, source);
  }

  /** One with a notifier. */
  public static void notifier(Path jar, String provider, String source) throws IOException {
    write(
        jar,
        compiled(Map.of(provider, source), provider),
        Map.of("META-INF/services/" + NotifierProvider.class.getName(), provider));
  }

  /** One that names a provider, and has the class of another. */
  public static void in(Path jar, String named, String provider, String source) throws IOException {
    write(jar, compiled(Map.of(provider, source), provider), Map.of(SERVICE, named));
  }

  /** One that names no provider. */
  public static void without(Path jar, String provider, String source) throws IOException {
    write(jar, compiled(Map.of(provider, source), provider), Map.of());
  }

  /** One that was compiled against a class which is not there any more. */
  public static void against(Path jar, String provider, String source, String gone)
      throws IOException {
    Map<String, byte[]> classes =
        compiled(Map.of(provider, source, "io.belfry.transport.Gone", gone), provider);
    write(jar, classes, Map.of(SERVICE, provider));
  }

  /** One of a whole project, with all its sources and resources. */
  public static void of(Path project, Path jar) throws IOException {
    Path main = project.resolve("src/main");
    Path classes = Files.createTempDirectory("belfry-plugin-");
    try {
      List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
      arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
      filesIn(main.resolve("java")).forEach(source -> arguments.add(source.toString()));
      assertThat(compile(arguments)).as("it compiles").isZero();
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (Path root : List.of(classes, main.resolve("resources"))) {
          for (Path file : filesIn(root)) {
            entry(out, root.relativize(file).toString(), Files.readAllBytes(file));
          }
        }
      }
    } finally {
      delete(classes);
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static int compile(List<String> arguments) {
    return ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, arguments.toArray(String[]::new));
  }

  private static Map<String, byte[]> compiled(Map<String, String> sources, String wanted)
      throws IOException {
    Path directory = Files.createTempDirectory("belfry-plugin-");
    try {
      List<String> arguments =
          new ArrayList<>(List.of("-proc:none", "-d", directory.toString(), "-cp"));
      arguments.add(System.getProperty("java.class.path"));
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = directory.resolve(source.getKey().replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        arguments.add(Files.writeString(file, source.getValue()).toString());
      }
      assertThat(compile(arguments)).as("it compiles").isZero();
      String file = wanted.replace('.', '/') + ".class";
      return Map.of(file, Files.readAllBytes(directory.resolve(file)));
    } finally {
      delete(directory);
    }
  }

  private static void write(Path jar, Map<String, byte[]> classes, Map<String, String> texts)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        entry(out, each.getKey(), each.getValue());
      }
      for (Map.Entry<String, String> each : texts.entrySet()) {
        entry(out, each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
