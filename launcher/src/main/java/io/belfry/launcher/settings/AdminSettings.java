package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.util.List;

/** Where an operator finds health and metrics. */
public final class AdminSettings {

  private static final int MOST_PORTS = 65_535;

  private static final SettingKey<Boolean> ENABLED =
      SettingKey.flag("enabled", true, "Whether a server tells its health and metrics over HTTP.");
  private static final SettingKey<String> HOST = SettingKey.text(
      "host",
      "127.0.0.1",
      "Where it listens; another than the loopback needs auth.tokens, and then each request one"
          + " that may administer everything.");
  private static final SettingKey<Integer> PORT = SettingKey.number(
      "port", 0, MOST_PORTS, 7781, "The port; any free one with 0, which the log tells.");

  /** The branch {@code admin}. */
  public static final Section SECTION = new Section("admin", List.of(ENABLED, HOST, PORT));

  private AdminSettings() {}

  /**
   * Whether there is one.
   *
   * @param settings of the branch
   * @return true if a server is to open it
   */
  public static boolean isEnabled(Settings settings) {
    return settings.get(ENABLED);
  }

  /**
   * Where it listens.
   *
   * @param settings of the branch
   * @return the host's name or number
   */
  public static String host(Settings settings) {
    return settings.get(HOST);
  }

  /**
   * Where it listens there.
   *
   * @param settings of the branch
   * @return the port; any free one with 0
   */
  public static int port(Settings settings) {
    return settings.get(PORT);
  }
}
