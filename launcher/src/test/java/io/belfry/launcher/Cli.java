package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.command.Belfry;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as processes, which share a profile and its settings. */
public final class Cli {

  /** From this version on Java warns of what libraries do; the starter has the same options. */
  private static final int WARNING = 24;

  static final List<String> QUIET = Runtime.version().feature() < WARNING
      ? List.of()
      : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private static final int HUB = 6;
  private static final int BROKER = 3;

  private final String profile;
  private final List<String> settings = new ArrayList<>();
  private final List<String> options = new ArrayList<>();

  private Cli(String profile) {
    this.profile = profile;
  }

  /** One on free ports, with a data directory. */
  public static Cli of(String profile, Path data) throws IOException {
    Cli cli = of(profile);
    cli.set("data.directory", data.toString());
    return cli;
  }

  /** One on free ports. */
  public static Cli of(String profile) throws IOException {
    Cli cli = new Cli(profile);
    Iterator<Integer> ports = FreePorts.choose(HUB + BROKER).iterator();
    if (profile.equals("zeromq")) {
      cli.set(
          "transport.endpoint",
          Stream.generate(ports::next)
              .limit(HUB)
              .map(port -> "tcp://127.0.0.1:" + port)
              .collect(Collectors.joining(",")));
    }
    cli.set("broker.jms-port", ports.next().toString());
    cli.set("broker.amqp-port", ports.next().toString());
    cli.set("broker.mqtt-port", ports.next().toString());
    cli.set("admin.port", "0");
    cli.set("gateway.port", "0");
    return cli;
  }

  public void set(String name, String value) {
    settings.add(name + "=" + value);
  }

  public void option(String name, String value) {
    options.addAll(List.of(name, value));
  }

  /** The settings as variables. */
  public Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    variables.put("BELFRY_PROFILE", profile);
    for (String setting : settings) {
      String[] nameAndValue = setting.split("=", 2);
      String name = nameAndValue[0].toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
      variables.put("BELFRY_" + name, nameAndValue[1]);
    }
    return variables;
  }

  /** A server that is ready. */
  public Program serve() {
    Program server = start("serve");
    server.awaitLine(line -> line.startsWith("Serving over " + profile));
    return server;
  }

  /** The profile with its settings, as the commands see it. */
  public Profile profile(Plugins plugins) {
    return Tree.load(profile, Map.of(), settings, plugins);
  }

  /** Does one thing, and returns what was printed. */
  public List<String> run(String... arguments) {
    try (Program program = start(arguments)) {
      return program.output();
    }
  }

  /** Does one thing in this process, which is quicker, and does well. */
  public void does(String... arguments) {
    assertThat(exitCodeOf(arguments)).as(String.join(" ", arguments)).isZero();
  }

  /** Does one thing in this process, and returns its exit code. */
  public int exitCodeOf(String... arguments) {
    String[] line = line(arguments).toArray(String[]::new);
    return Belfry.commandLine(line).execute(line);
  }

  private List<String> line(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--profile", profile));
    settings.forEach(setting -> line.addAll(List.of("--set", setting)));
    line.addAll(options);
    return line;
  }

  public Program start(String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC"));
    command.addAll(QUIET);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(line(arguments));
    try {
      return Program.run(command.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
