package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.belfry.gateway.Gateway;
import io.belfry.gateway.page.Letters;
import io.belfry.gateway.page.Shown;
import io.belfry.launcher.admin.Metrics;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.GatewaySettings;
import io.belfry.launcher.settings.MailboxSettings;
import io.belfry.mailbox.MailboxDirectory;
import io.belfry.server.NotificationServer;
import io.belfry.settings.Settings;
import java.util.Optional;

/** Where browsers and curl come in: the last thing to open, and the first to close. */
final class GatewayModule extends AbstractModule {

  @Provides
  @Singleton
  Optional<Gateway> gateway(
      Profile profile,
      DataDirectory data,
      NotificationServer server,
      Metrics metrics,
      Lifetime lifetime) {
    Settings settings = profile.settings(GatewaySettings.SECTION);
    if (!GatewaySettings.isEnabled(settings)) {
      return Optional.empty();
    }
    Shown shown = new Shown(letters(profile, data), Optional.of(GatewaySettings.report(settings)));
    Gateway gateway =
        lifetime.keep(Gateway.open(GatewaySettings.config(settings), server.service(), shown));
    metrics.watch(gateway);
    return Optional.of(gateway);
  }

  private static Optional<Letters> letters(Profile profile, DataDirectory data) {
    return MailboxSettings.isEmbedded(profile.settings(MailboxSettings.SECTION))
        ? Optional.of(new CaughtMails(new MailboxDirectory(MailboxSettings.directory(data.path()))))
        : Optional.empty();
  }
}
