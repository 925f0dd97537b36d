package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Section;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** A mail server within the server's process, which keeps all mails to look at. */
public final class MailboxSettings {

  private static final String ORIGIN = "the embedded mailbox";
  private static final String DIRECTORY = "mails";
  private static final int MOST_PORTS = 65_535;
  private static final int MANY = 1_000_000;

  private static final SettingKey<Boolean> EMBEDDED = SettingKey.flag(
      "embedded",
      false,
      "Whether a server catches all its mails in the data directory; 'belfry mails' shows them.");
  private static final SettingKey<Integer> PORT = SettingKey.number(
      "port", 0, MOST_PORTS, 7725, "Where the mailbox takes mails, on the loopback.");
  private static final SettingKey<Integer> KEEP =
      SettingKey.number("keep", 1, MANY, 1_000, "How many mails are kept.");

  /** The branch {@code mailbox}. */
  public static final Section SECTION = new Section("mailbox", List.of(EMBEDDED, PORT, KEEP));

  private MailboxSettings() {}

  /**
   * Whether there is one.
   *
   * @param settings of the branch
   * @return true if a server is to open it
   */
  public static boolean isEmbedded(Settings settings) {
    return settings.get(EMBEDDED);
  }

  /**
   * Where it listens.
   *
   * @param settings of the branch
   * @return the port
   */
  public static int port(Settings settings) {
    return settings.get(PORT);
  }

  /**
   * How many mails it keeps.
   *
   * @param settings of the branch
   * @return the number
   */
  public static int keep(Settings settings) {
    return settings.get(KEEP);
  }

  /**
   * Where the mails are.
   *
   * @param data the data directory
   * @return the directory
   */
  public static Path directory(Path data) {
    return data.resolve(DIRECTORY);
  }

  /**
   * The profile by which mails go there, unless it says otherwise.
   *
   * @param profile as it was written
   * @param port where the mailbox takes mails
   * @return the profile for a notifier
   */
  public static Profile addressed(Profile profile, int port) {
    return profile
        .withDefault("notifier.name", "smtp", ORIGIN)
        .withDefault("notifier.smtp.port", Integer.toString(port), ORIGIN);
  }
}
