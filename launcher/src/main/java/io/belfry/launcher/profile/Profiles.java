package io.belfry.launcher.profile;

import io.belfry.settings.SettingsException;
import io.belfry.settings.Spelling;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a profile together. What is set for this start wins over the environment, that over the
 * chosen profile, and that over what comes along for its transport.
 */
public final class Profiles {

  /** Those that come along, each for the transport of its name. */
  public static final List<String> BUILT_IN = List.of("zeromq", "mqtt", "jms");

  private static final String TRANSPORT = "transport.name";
  private static final String FILE = ".conf";
  private static final String SET = "--set";

  private Profiles() {}

  /**
   * Reads all sources.
   *
   * @param chosen the name of a profile that comes along, or the path of a file
   * @param environment the variables of the process
   * @param set {@code name=value}; of several for one setting the last holds
   * @param known all settings that a variable can stand for
   * @return the profile, which names a transport
   * @throws SettingsException with one sentence, if that does not work
   */
  public static Profile load(
      String chosen, Map<String, String> environment, List<String> set, Collection<Section> known) {
    Layer written = read(chosen).under(Environment.layer(environment, known));
    return whole(chosen, written.under(assignments(set)));
  }

  /**
   * Whether a profile is chosen by the path of its file.
   *
   * @param chosen a name or a path
   * @return true if it is a path
   */
  public static boolean isPath(String chosen) {
    return chosen.endsWith(FILE) || chosen.contains("/");
  }

  /**
   * Reads a file of which a part is told otherwise elsewhere.
   *
   * @param file the profile
   * @param set what is written elsewhere, by the whole names of the settings
   * @return the profile, which names a transport
   * @throws SettingsException with one sentence, if that does not work
   */
  public static Profile file(Path file, Map<String, Written> set) {
    return whole(file.toString(), Hocon.file(file).under(new Layer(set)));
  }

  /**
   * A profile that is in no file.
   *
   * @param transport the transport's name
   * @param set what is written for it, by the whole names of the settings
   * @return the profile, with what comes along for that transport
   */
  public static Profile of(String transport, Map<String, Written> set) {
    Layer named = new Layer(Map.of(TRANSPORT, new Written(transport, "the transport's name")));
    return whole(transport, named.under(new Layer(set)));
  }

  private static Profile whole(String chosen, Layer written) {
    String transport = written
        .find(TRANSPORT)
        .orElseThrow(() -> new SettingsException("The profile " + chosen
            + " names no transport; write transport.name, such as zeromq, mqtt or jms."))
        .text();
    return new Profile(chosen, Hocon.builtIn(transport).orElse(Layer.EMPTY).under(written));
  }

  private static Layer read(String chosen) {
    return isPath(chosen)
        ? Hocon.file(Path.of(chosen))
        : Hocon.builtIn(chosen).orElseThrow(() -> unknown(chosen));
  }

  private static SettingsException unknown(String chosen) {
    String meant = Spelling.nearest(chosen, BUILT_IN)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("there are " + String.join(", ", BUILT_IN) + ".");
    return new SettingsException("The profile '" + chosen + "' is unknown; " + meant
        + " A profile of your own is given by its path, which ends in " + FILE + ".");
  }

  private static Layer assignments(List<String> set) {
    Map<String, Written> values = new TreeMap<>();
    for (String each : set) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw new SettingsException(
            "A setting is given as " + SET + " name=value, not as '" + each + "'.");
      }
      String name = each.substring(0, equals).strip();
      values.put(name, new Written(each.substring(equals + 1).strip(), SET));
    }
    return new Layer(values);
  }
}
