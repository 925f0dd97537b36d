package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.time.Duration;
import java.util.List;

/** How mailboxes are registered. */
public final class EmailSettings {

  private static final int MANY = 2_000_000_000;

  private static final SettingKey<Boolean> CONFIRMATION = SettingKey.flag(
      "confirmation", true, "Whether an address must be confirmed before it gets mails.");
  private static final SettingKey<Duration> CODE_LIFE =
      SettingKey.duration("code-life", "1d", "How long a code is good.");
  private static final SettingKey<Integer> CODES_FOR_EACH = SettingKey.number(
      "codes-for-each", 1, MANY, 3, "How many codes a registration can have sent.");
  private static final SettingKey<Integer> CODES_FOR_ADDRESS = SettingKey.number(
      "codes-for-address", 1, MANY, 5, "How many codes are sent to an address in a day.");
  private static final SettingKey<Integer> CODES_FOR_SOURCE = SettingKey.number(
      "codes-for-source", 1, MANY, 100, "How many codes one who asks can have sent in an hour.");
  private static final SettingKey<Integer> FOR_EACH =
      SettingKey.number("for-each", 1, MANY, 100, "How many registrations an address may have.");
  private static final SettingKey<Integer> IN_ALL =
      SettingKey.number("in-all", 1, MANY, 1_000_000, "How many registrations there may be.");
  private static final SettingKey<Duration> PENDING_LIFE = SettingKey.duration(
      "pending-life", "7d", "After how long a registration that nobody confirms is forgotten.");

  /** The branch {@code email}. */
  public static final Section SECTION = new Section(
      "email",
      List.of(
          CONFIRMATION,
          CODE_LIFE,
          CODES_FOR_EACH,
          CODES_FOR_ADDRESS,
          CODES_FOR_SOURCE,
          FOR_EACH,
          IN_ALL,
          PENDING_LIFE));

  private EmailSettings() {}

  /**
   * Reads it.
   *
   * @param settings of the branch
   * @return the configuration
   */
  public static MailboxConfig config(Settings settings) {
    return new MailboxConfig(
        settings.get(CONFIRMATION),
        settings.get(CODE_LIFE),
        settings.get(CODES_FOR_EACH),
        settings.get(CODES_FOR_ADDRESS),
        settings.get(CODES_FOR_SOURCE),
        settings.get(FOR_EACH),
        settings.get(IN_ALL),
        settings.get(PENDING_LIFE));
  }
}
