package io.belfry.launcher.settings;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.launcher.profile.Section;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The broker within the server's process. */
public final class BrokerSettings {

  private static final String ROLE = "belfry";
  private static final String EVERYTHING = "#";
  private static final String DIRECTORY = "broker";
  private static final int MOST_PORTS = 65_535;

  /** What the broker speaks, as a profile says of its transport. */
  private static final SettingKey<Optional<String>> SPEAKS = SettingKey.optionalText(
      "speaks",
      "The protocol for which a broker is started within the server, unless transport.url names"
          + " another broker.");

  private static final SettingKey<String> HOST = SettingKey.text(
      "host", "127.0.0.1", "Where it listens; another than the loopback needs user and password.");
  private static final SettingKey<Integer> JMS_PORT = port("jms-port", 7716, "JMS");
  private static final SettingKey<Integer> AMQP_PORT = port("amqp-port", 7717, "AMQP");
  private static final SettingKey<Integer> MQTT_PORT = port("mqtt-port", 7718, "MQTT");
  private static final SettingKey<Optional<String>> USER =
      SettingKey.optionalText("user", "The one whom it lets in, if not everybody on this machine.");
  private static final SettingKey<Optional<String>> PASSWORD =
      SettingKey.optionalText("password", "The password of that user.").asSecret();
  private static final SettingKey<Boolean> PERSISTENT = SettingKey.flag(
      "persistent", true, "Whether it keeps on disk, in the data directory, what must survive.");
  private static final SettingKey<Long> MAX_MEMORY = SettingKey.largeSize(
      "max-memory", "128MiB", "How much waiting messages may take; beyond that, it refuses more.");
  private static final SettingKey<Integer> MAX_PACKET =
      SettingKey.size("max-packet", "16MiB", "The largest packet of MQTT.");

  /** The branch {@code broker}. */
  public static final Section SECTION = new Section(
      "broker",
      List.of(
          SPEAKS,
          HOST,
          JMS_PORT,
          AMQP_PORT,
          MQTT_PORT,
          USER,
          PASSWORD,
          PERSISTENT,
          MAX_MEMORY,
          MAX_PACKET));

  private BrokerSettings() {}

  /**
   * What the transport speaks for which a broker can be started.
   *
   * @param settings of the branch
   * @return the protocol; nothing if the transport needs no broker
   */
  public static Optional<String> speaks(Settings settings) {
    return settings.get(SPEAKS);
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
   * Where it listens for each protocol.
   *
   * @param settings of the branch
   * @return the ports
   */
  public static BrokerPorts ports(Settings settings) {
    return new BrokerPorts(
        settings.get(JMS_PORT), settings.get(AMQP_PORT), settings.get(MQTT_PORT));
  }

  /**
   * Whom it lets in.
   *
   * @param settings of the branch
   * @return the one user; nothing if it is everybody on this machine
   * @throws SettingsException if the name or the password is missing
   */
  public static Optional<BrokerUser> credentials(Settings settings) {
    if (settings.get(USER).isPresent() != settings.get(PASSWORD).isPresent()) {
      throw new SettingsException("Set both broker.user and broker.password, or none of them.");
    }
    return settings
        .get(USER)
        .map(name -> new BrokerUser(name, settings.get(PASSWORD).orElseThrow(), Set.of(ROLE)));
  }

  /**
   * Reads the rest.
   *
   * @param settings of the branch
   * @param data the data directory
   * @return the configuration
   */
  public static BrokerConfig config(Settings settings, Path data) {
    Optional<BrokerUser> user = credentials(settings);
    return new BrokerConfig(
        settings.get(HOST),
        ports(settings),
        settings.get(PERSISTENT) ? Optional.of(data.resolve(DIRECTORY)) : Optional.empty(),
        settings.get(MAX_MEMORY),
        settings.get(MAX_PACKET),
        user.stream().toList(),
        user.map(any -> Permission.all(ROLE, EVERYTHING)).stream().toList());
  }

  private static SettingKey<Integer> port(String name, int usual, String protocol) {
    return SettingKey.number(
        name, 0, MOST_PORTS, usual, "The port for " + protocol + "; any free one with 0.");
  }
}
