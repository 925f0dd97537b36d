package io.belfry.launcher.settings;

import io.belfry.launcher.plugin.Installed;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Profiles;
import io.belfry.launcher.profile.Section;
import io.belfry.launcher.profile.Written;
import io.belfry.notifier.NotifierProvider;
import io.belfry.settings.SettingKey;
import io.belfry.settings.SettingsException;
import io.belfry.transport.TransportProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All branches of settings: those of Belfry's own parts, and those of what is installed. */
public final class Tree {

  private static final String TRANSPORT = "transport";
  private static final String NOTIFIER = "notifier";

  private static final SettingKey<String> TRANSPORT_NAME =
      SettingKey.text("name", "", "Which transport; 'belfry transports' lists them.");
  private static final SettingKey<Optional<String>> NOTIFIER_NAME = SettingKey.optionalText(
      "name", "What brings news to mailboxes, such as smtp; without it they wait.");

  private static final Section NOTIFIERS = new Section(NOTIFIER, List.of(NOTIFIER_NAME));

  private static final List<Section> OWN = List.of(
      BrokerSettings.SECTION,
      ServerSettings.SECTION,
      DataSettings.SECTION,
      StoreSettings.SECTION,
      LogSettings.SECTION,
      SubscriptionSettings.SECTION,
      EmailSettings.SECTION,
      DeliverySettings.SECTION,
      NOTIFIERS,
      WorkerSettings.SECTION,
      MailboxSettings.SECTION,
      AuthSettings.SECTION,
      ClientSettings.SECTION,
      AdminSettings.SECTION,
      GatewaySettings.SECTION,
      LoggingSettings.SECTION);

  private Tree() {}

  /**
   * Reads a profile in which everything is known.
   *
   * @param chosen the name of a profile that comes along, or the path of a file
   * @param environment the variables of the process
   * @param set {@code name=value}
   * @param plugins what is installed
   * @return the profile
   * @throws SettingsException with one sentence, if that does not work
   */
  public static Profile load(
      String chosen, Map<String, String> environment, List<String> set, Plugins plugins) {
    Profile profile = Profiles.load(chosen, environment, set, everything(plugins));
    profile.requireKnown(of(profile, plugins));
    return profile;
  }

  /**
   * A profile of one of several that are compared: what it is, one file says, whatever the
   * variables of the process are.
   *
   * @param chosen the name of an installed transport, or the path of a file
   * @param set what is written for it, by the whole names of the settings
   * @param plugins what is installed
   * @return the profile, in which everything is known
   * @throws SettingsException with one sentence, if that does not work
   */
  public static Profile chosen(String chosen, Map<String, Written> set, Plugins plugins) {
    Profile profile =
        Profiles.isPath(chosen) ? Profiles.file(Path.of(chosen), set) : Profiles.of(chosen, set);
    profile.requireKnown(of(profile, plugins));
    return profile;
  }

  /**
   * The branches that a profile can have.
   *
   * @param profile which names its transport
   * @param plugins what is installed
   * @return the branches, in the order in which they are best read
   */
  public static List<Section> of(Profile profile, Plugins plugins) {
    List<Section> sections = new ArrayList<>();
    sections.add(transport(transport(profile, plugins)));
    sections.addAll(OWN);
    sections.addAll(notifiers(plugins));
    return sections;
  }

  /**
   * What nobody must see.
   *
   * @param profile which one
   * @param plugins what is installed
   * @return what was written for settings that are secret
   */
  public static List<String> secrets(Profile profile, Plugins plugins) {
    List<String> secrets = new ArrayList<>();
    for (Section section : of(profile, plugins)) {
      section.keys().stream()
          .filter(SettingKey::isSecret)
          .flatMap(key -> profile.find(section.nameOf(key)).stream())
          .forEach(written -> secrets.add(written.text()));
    }
    return secrets;
  }

  /**
   * The transport that a profile names.
   *
   * @param profile which one
   * @param plugins what is installed
   * @return what opens it
   * @throws SettingsException with one sentence and a suggestion, if there is no such
   */
  public static TransportProvider transport(Profile profile, Plugins plugins) {
    return plugins.transports().named(profile.settings(transport(List.of())).get(TRANSPORT_NAME));
  }

  /**
   * The branch of a transport.
   *
   * @param provider of the transport
   * @return the branch, with the name and what the provider knows
   */
  public static Section transport(TransportProvider provider) {
    return transport(provider.settings());
  }

  /**
   * The notifier that a profile names.
   *
   * @param profile which one
   * @param plugins what is installed
   * @return what makes it, if there is to be one
   * @throws SettingsException with one sentence and a suggestion, if there is no such
   */
  public static Optional<NotifierProvider> notifier(Profile profile, Plugins plugins) {
    return profile.settings(NOTIFIERS).get(NOTIFIER_NAME).map(plugins.notifiers()::named);
  }

  /**
   * The branch of a notifier.
   *
   * @param provider of the notifier
   * @return the branch with what the provider knows
   */
  public static Section notifier(NotifierProvider provider) {
    return new Section(NOTIFIER + "." + provider.name(), provider.settings());
  }

  /** Whatever a variable may stand for, before it is known which transport it is. */
  private static List<Section> everything(Plugins plugins) {
    List<Section> sections = new ArrayList<>(OWN);
    for (Installed<TransportProvider> each : plugins.transports().all()) {
      sections.add(transport(each.provider()));
    }
    sections.addAll(notifiers(plugins));
    return sections;
  }

  private static List<Section> notifiers(Plugins plugins) {
    return plugins.notifiers().all().stream()
        .map(each -> notifier(each.provider()))
        .toList();
  }

  private static Section transport(List<SettingKey<?>> further) {
    List<SettingKey<?>> keys = new ArrayList<>();
    keys.add(TRANSPORT_NAME);
    keys.addAll(further);
    return new Section(TRANSPORT, keys);
  }
}
