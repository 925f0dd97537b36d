package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Target;
import io.belfry.launcher.profile.Profiles;
import io.belfry.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The targets of a comparison, as somebody asks for them. All is checked before any is opened. */
public final class TargetList {

  private static final String FILE = ".conf";

  private TargetList() {}

  /**
   * Targets that are named one by one.
   *
   * @param names names of installed transports, and paths of profiles
   * @param equipment what is installed
   * @return the targets, in this order
   * @throws SettingsException with one sentence, if one can't be had
   */
  public static List<Target> named(List<String> names, Equipment equipment) {
    return targets(names.stream().map(TargetList::entry).toList(), equipment);
  }

  /**
   * Targets that a file lists.
   *
   * @param file in HOCON
   * @param equipment what is installed
   * @return the targets, in the order of the file
   * @throws SettingsException with one sentence, which says where, if one can't be had
   */
  public static List<Target> read(Path file, Equipment equipment) {
    return targets(TargetFile.read(file), equipment);
  }

  private static TargetEntry entry(String named) {
    String name = Profiles.isPath(named)
        ? String.valueOf(Path.of(named).getFileName()).replace(FILE, "")
        : named;
    return new TargetEntry(name, "", named, Optional.empty(), false, Map.of());
  }

  private static List<Target> targets(List<TargetEntry> entries, Equipment equipment) {
    Set<String> names = new HashSet<>();
    List<Target> targets = new ArrayList<>();
    for (TargetEntry entry : entries) {
      if (!names.add(entry.name())) {
        throw new SettingsException("There are two targets '" + entry.name() + "'"
            + (entry.where().isEmpty() ? "" : " (" + entry.where() + ")")
            + "; give one of them another name"
            + (entry.where().isEmpty() ? " in a file for --targets." : "."));
      }
      targets.add(entry.target(equipment));
    }
    return List.copyOf(targets);
  }
}
