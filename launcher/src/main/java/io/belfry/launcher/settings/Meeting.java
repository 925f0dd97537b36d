package io.belfry.launcher.settings;

import io.belfry.broker.BrokerPorts;
import io.belfry.launcher.profile.Profile;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;

/** Where servers and clients meet, if a transport needs a broker and nobody has named one. */
public final class Meeting {

  private static final String URL = "transport.url";
  private static final String ORIGIN = "the embedded broker";

  private Meeting() {}

  /**
   * Whether a server is to bring the broker along.
   *
   * @param profile as it was written
   * @return false if the transport needs none, or another one is named
   */
  public static boolean isEmbedded(Profile profile) {
    return BrokerSettings.speaks(profile.settings(BrokerSettings.SECTION)).isPresent()
        && profile.find(URL).isEmpty();
  }

  /**
   * Whether servers and clients meet at a broker that somebody else runs.
   *
   * @param profile as it was written
   * @return true if a broker is named
   */
  public static boolean isElsewhere(Profile profile) {
    return profile.find(URL).filter(written -> !written.origin().equals(ORIGIN)).isPresent();
  }

  /**
   * The profile with the address of the broker that a server brings along, if it does.
   *
   * @param profile as it was written
   * @return the profile for a transport
   */
  public static Profile addressed(Profile profile) {
    return isEmbedded(profile)
        ? addressed(profile, BrokerSettings.ports(profile.settings(BrokerSettings.SECTION)))
        : profile;
  }

  /**
   * The same where the broker runs already.
   *
   * @param profile as it was written
   * @param ports where it listens
   * @return the profile for a transport
   */
  public static Profile addressed(Profile profile, BrokerPorts ports) {
    Settings broker = profile.settings(BrokerSettings.SECTION);
    String protocol = BrokerSettings.speaks(broker).orElseThrow();
    String url = url(protocol, BrokerSettings.host(broker), ports);
    Profile addressed = profile.withDefault(URL, url, ORIGIN);
    return BrokerSettings.credentials(broker)
        .map(known -> addressed
            .withDefault("transport.user", known.name(), ORIGIN)
            .withDefault("transport.password", known.password(), ORIGIN))
        .orElse(addressed);
  }

  private static String url(String protocol, String host, BrokerPorts ports) {
    return switch (protocol) {
      case "mqtt" -> "tcp://" + host + ":" + ports.mqtt();
      case "jms" -> "tcp://" + host + ":" + ports.jms();
      case "amqp" -> "amqp://" + host + ":" + ports.amqp();
      default ->
        throw new SettingsException(
            "The embedded broker speaks mqtt, jms and amqp, not '" + protocol + "'.");
    };
  }
}
