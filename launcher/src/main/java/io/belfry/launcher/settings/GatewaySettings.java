package io.belfry.launcher.settings;

import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.config.Times;
import io.belfry.gateway.config.Tls;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Section;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import io.belfry.transport.Loopback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where browsers and curl come in. */
public final class GatewaySettings {

  private static final String LINKS = "notifier.smtp.web";
  private static final int MOST_PORTS = 65_535;
  private static final int MANY = 1_000_000;
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([\\w.-]+|\\[[0-9a-fA-F:]+])(:\\d+)?/?", Pattern.CASE_INSENSITIVE);

  private static final SettingKey<Boolean> ENABLED = SettingKey.flag(
      "enabled",
      true,
      "Whether a server offers pages and API itself; 'belfry gateway' does so for it elsewhere.");
  private static final SettingKey<String> HOST = SettingKey.text(
      "host",
      "127.0.0.1",
      "Where it listens; another than the loopback needs auth.tokens at the server.");
  private static final SettingKey<Integer> PORT = SettingKey.number(
      "port", 0, MOST_PORTS, 7780, "The port; any free one with 0, which the log tells.");
  private static final SettingKey<String> ORIGINS = SettingKey.text(
      "origins",
      "",
      "Where else pages come from that may take part, with commas between them; how a proxy in"
          + " front is seen from outside is one, such as https://belfry.example.org.");
  private static final SettingKey<Optional<Path>> KEY_STORE = SettingKey.optionalPath(
      "tls.key-store", "The key store with its certificate and key; with it, it encrypts.");
  private static final SettingKey<Optional<String>> KEY_STORE_PASSWORD = SettingKey.optionalText(
          "tls.key-store-password", "The password of the key store.")
      .asSecret();
  private static final SettingKey<Integer> MAX_MESSAGE = SettingKey.size(
      "max-message", "1MiB", "The largest request, and the largest message of a browser.");
  private static final SettingKey<Integer> SESSIONS = number(
      "sessions", 1, Limits.DEFAULTS.sessions(), "How many sessions and streams there may be.");
  private static final SettingKey<Integer> SESSIONS_FOR_EACH = number(
      "sessions-for-each",
      1,
      Limits.DEFAULTS.sessionsForEach(),
      "How many of them one may have: the bearer of a token, or an address where none is shown.");
  private static final SettingKey<Integer> RATE = number(
      "rate",
      0,
      Limits.DEFAULTS.rate(),
      "How many requests and messages one may send in a second; as many as can with 0.");
  private static final SettingKey<Integer> WAITING = number(
      "waiting",
      1,
      Limits.DEFAULTS.waiting(),
      "How many events wait for a slow browser; those on top are read from the log later.");
  private static final SettingKey<Integer> WAITING_BYTES =
      SettingKey.size("waiting-bytes", "1MiB", "How much content waits for it.");
  private static final SettingKey<Duration> HEARTBEAT =
      SettingKey.duration("heartbeat", "15s", "How often a silent stream shows that it lives.");
  private static final SettingKey<Duration> SESSION_TIMEOUT = SettingKey.duration(
      "session-timeout", "1m", "How long a session is kept for a browser that is away.");
  private static final SettingKey<Duration> RECHECK =
      SettingKey.duration("recheck", "1m", "How often it is asked whether a token is still good.");
  private static final SettingKey<String> REPORT = SettingKey.text(
      "report",
      "belfry-comparison/report.html",
      "The page of 'belfry compare' that it shows, if there is one.");

  /** The branch {@code gateway}. */
  public static final Section SECTION = new Section(
      "gateway",
      List.of(
          ENABLED,
          HOST,
          PORT,
          ORIGINS,
          KEY_STORE,
          KEY_STORE_PASSWORD,
          MAX_MESSAGE,
          SESSIONS,
          SESSIONS_FOR_EACH,
          RATE,
          WAITING,
          WAITING_BYTES,
          HEARTBEAT,
          SESSION_TIMEOUT,
          RECHECK,
          REPORT));

  private GatewaySettings() {}

  /**
   * Whether a server opens one.
   *
   * @param settings of the branch
   * @return true if it is to
   */
  public static boolean isEnabled(Settings settings) {
    return settings.get(ENABLED);
  }

  /**
   * How it works.
   *
   * @param settings of the branch
   * @return the configuration
   * @throws SettingsException with one sentence, if an origin is none, or a key store has no
   *     password
   */
  public static GatewayConfig config(Settings settings) {
    return new GatewayConfig(
        settings.get(HOST),
        settings.get(PORT),
        origins(settings.get(ORIGINS)),
        tls(settings),
        new Limits(
            settings.get(MAX_MESSAGE),
            settings.get(SESSIONS),
            settings.get(SESSIONS_FOR_EACH),
            settings.get(RATE),
            settings.get(WAITING),
            settings.get(WAITING_BYTES)),
        new Times(settings.get(HEARTBEAT), settings.get(SESSION_TIMEOUT), settings.get(RECHECK)));
  }

  /**
   * The profile by which links in mails lead to it, unless it says otherwise.
   *
   * @param profile as it was written
   * @return the profile for a notifier whose mails are read on this machine
   */
  public static Profile linked(Profile profile) {
    Settings settings = profile.settings(SECTION);
    GatewayConfig config = config(settings);
    boolean isFound = isEnabled(settings) && config.port() != 0 && Loopback.holds(config.host());
    return isFound ? profile.withDefault(LINKS, url(config), "the gateway") : profile;
  }

  /**
   * The page of a comparison.
   *
   * @param settings of the branch
   * @return where it would be
   */
  public static Path report(Settings settings) {
    return Path.of(settings.get(REPORT));
  }

  private static String url(GatewayConfig config) {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return (config.tls().isPresent() ? "https://" : "http://") + host + ":" + config.port();
  }

  private static List<String> origins(String written) {
    return Stream.of(written.split(",", -1))
        .map(String::strip)
        .filter(origin -> !origin.isEmpty())
        .map(GatewaySettings::requireOrigin)
        .toList();
  }

  private static String requireOrigin(String written) {
    if (!ORIGIN.matcher(written).matches()) {
      throw new SettingsException("The setting 'gateway.origins' can't have '" + written
          + "'; an origin is such as https://belfry.example.org, without a path.");
    }
    return written;
  }

  private static Optional<Tls> tls(Settings settings) {
    if (settings.get(KEY_STORE).isPresent() != settings.get(KEY_STORE_PASSWORD).isPresent()) {
      throw new SettingsException(
          "Set both gateway.tls.key-store and gateway.tls.key-store-password, or none of them.");
    }
    return settings
        .get(KEY_STORE)
        .map(file -> new Tls(file, settings.get(KEY_STORE_PASSWORD).orElseThrow()));
  }

  private static SettingKey<Integer> number(String name, int least, int usual, String meaning) {
    return SettingKey.number(name, least, MANY, usual, meaning);
  }
}
