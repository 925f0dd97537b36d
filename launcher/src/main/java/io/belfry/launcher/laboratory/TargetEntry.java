package io.belfry.launcher.laboratory;

import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Written;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.SettingsException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A target as it is written.
 *
 * @param name its name
 * @param where the file and line of it; empty if it is named on the command line
 * @param profile the name of a transport, or the path of a profile
 * @param broker which broker, if anything is said
 * @param hasNewKeys whether keys for CURVE are to be made
 * @param set what is written for it beyond the profile
 */
record TargetEntry(
    String name,
    String where,
    String profile,
    Optional<BrokerKind> broker,
    boolean hasNewKeys,
    Map<String, Written> set) {

  /** What a comparison has no room for: it has its own servers, the same for all. */
  private static final Set<String> BRANCHES = Set.of("transport", "broker");

  TargetEntry {
    set = Map.copyOf(set);
  }

  /** Checks all that can be known before it is opened. */
  ProfileTarget target(Equipment equipment) {
    set.forEach(this::requireTaken);
    Profile chosen = Tree.chosen(profile, set, equipment.plugins());
    try {
      BrokerKind kind = BrokerKind.choose(chosen, broker);
      if (hasNewKeys) {
        GeneratedKeys.requireFit(chosen, Tree.transport(chosen, equipment.plugins()));
      }
      ProfileTarget target = new ProfileTarget(name, chosen, kind, hasNewKeys, equipment);
      target.facts(); // Which refuses values that can't be.
      return target;
    } catch (SettingsException e) {
      throw Character.isLowerCase(String.valueOf(e.getMessage()).codePointAt(0))
          ? refusal(String.valueOf(e.getMessage()))
          : e;
    }
  }

  private void requireTaken(String setting, Written written) {
    if (!BRANCHES.contains(setting.split("\\.", 2)[0])) {
      throw new SettingsException("The target '" + name + "' sets '" + setting + "' ("
          + written.origin() + "), but only settings of transport and broker are compared.");
    }
  }

  /** A sentence about it, which says where it stands. */
  private SettingsException refusal(String says) {
    return new SettingsException(
        "The target '" + name + "'" + (where.isEmpty() ? "" : " (" + where + ")") + " " + says);
  }
}
