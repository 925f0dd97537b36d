package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.server.access.Access;
import io.belfry.service.Token;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who may do what, and who we are. */
public final class AuthSettings {

  private static final SettingKey<Optional<Path>> TOKENS = SettingKey.optionalPath(
      "tokens",
      "A server's file of tokens; without it everybody on this machine may do everything, and"
          + " nobody else can take part.");
  private static final SettingKey<Optional<String>> TOKEN =
      SettingKey.optionalText("token", "The token that a client shows.").asSecret();

  /** The branch {@code auth}. */
  public static final Section SECTION = new Section("auth", List.of(TOKENS, TOKEN));

  private AuthSettings() {}

  /**
   * Whom a server lets in.
   *
   * @param settings of the branch
   * @return by its file, or everybody
   * @throws SettingsException with one sentence, if the file can't be used
   */
  public static Access access(Settings settings) {
    return settings
        .get(TOKENS)
        .map(file -> Access.guarded(TokenFile.read(file)))
        .orElseGet(Access::open);
  }

  /**
   * What a client shows.
   *
   * @param settings of the branch
   * @return the token, if there is one
   */
  public static Optional<Token> token(Settings settings) {
    return settings.get(TOKEN).map(Token::new);
  }
}
