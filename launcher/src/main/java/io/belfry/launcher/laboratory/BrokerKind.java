package io.belfry.launcher.laboratory;

import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.BrokerSettings;
import io.belfry.launcher.settings.Meeting;
import io.belfry.settings.SettingsException;
import java.util.Locale;
import java.util.Optional;

/** Which broker stands in the middle, and whose it is. */
enum BrokerKind {
  /** The embedded broker in a process of its own. */
  PROCESS,
  /** The embedded broker in this process. */
  EMBEDDED,
  /** The program of that name. */
  MOSQUITTO,
  /** One that somebody else runs, or none. */
  NONE;

  /** As it is written in a list of targets. */
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one for a profile.
   *
   * @param asked what is wanted, if anything is said
   * @throws SettingsException with the rest of a sentence about a target, if it can't be had
   */
  static BrokerKind choose(Profile profile, Optional<BrokerKind> asked) {
    BrokerKind kind = asked.orElse(Meeting.isEmbedded(profile) ? PROCESS : NONE);
    if (kind == NONE && Meeting.isEmbedded(profile)) {
      throw new SettingsException("needs a broker; set transport.url to the address of one, or"
          + " broker to process, embedded or mosquitto.");
    }
    if (kind != NONE && Meeting.isElsewhere(profile)) {
      throw new SettingsException("has a broker at transport.url, and asks for another with broker"
          + " = " + kind.written() + "; leave one of them out.");
    }
    if (kind != NONE && !Meeting.isEmbedded(profile)) {
      throw new SettingsException("needs no broker; leave broker = " + kind.written() + " out.");
    }
    if (kind == MOSQUITTO) {
      requireMqtt(profile);
      Mosquitto.requireProgram();
    }
    return kind;
  }

  private static void requireMqtt(Profile profile) {
    String speaks =
        BrokerSettings.speaks(profile.settings(BrokerSettings.SECTION)).orElse("");
    if (!speaks.equals("mqtt")) {
      throw new SettingsException(
          "speaks " + speaks + ", which Mosquitto does not understand; it speaks mqtt.");
    }
  }
}
