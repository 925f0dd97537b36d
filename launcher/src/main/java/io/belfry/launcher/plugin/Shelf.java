package io.belfry.launcher.plugin;

import io.belfry.settings.SettingsException;
import io.belfry.settings.Spelling;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All installed providers of a kind, by their names.
 *
 * @param <P> the kind
 */
public final class Shelf<P> {

  private final String kind;
  private final Map<String, Installed<P>> all = new TreeMap<>();

  Shelf(String kind) {
    this.kind = kind;
  }

  /** Puts one there, unless its name is taken; then tells by whom. */
  Optional<String> put(String name, Installed<P> installed) {
    Installed<P> before = all.putIfAbsent(name, installed);
    return before == null
        ? Optional.empty()
        : Optional.of("it has a " + kind + " '" + name + "', but "
            + (before.origin().isEmpty() ? "Belfry" : before.origin())
            + " has one of that name already; remove one of them.");
  }

  /**
   * What there is.
   *
   * @return the providers, in the order of their names
   */
  public Collection<Installed<P>> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  /**
   * The one with a name.
   *
   * @param name as it stands in a profile
   * @return the provider
   * @throws SettingsException with one sentence and a suggestion, if there is none
   */
  public P named(String name) {
    Installed<P> found = all.get(name);
    if (found == null) {
      throw new SettingsException("There is no " + kind + " '" + name + "'; " + suggestion(name));
    }
    return found.provider();
  }

  private String suggestion(String name) {
    return Spelling.nearest(name, all.keySet())
        .map(near -> "did you mean '" + near + "'?")
        .orElse("installed are " + String.join(", ", all.keySet()) + ".");
  }
}
