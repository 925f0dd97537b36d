package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.GatewaySettings;
import io.belfry.launcher.settings.MailboxSettings;
import io.belfry.launcher.settings.ServerSettings;
import io.belfry.launcher.settings.Tree;
import io.belfry.launcher.settings.WorkerSettings;
import io.belfry.mailbox.EmbeddedMailbox;
import io.belfry.notifier.Notifier;
import io.belfry.server.Wire;
import io.belfry.server.worker.WorkKey;
import io.belfry.server.worker.WorkerPool;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.util.Optional;

/** What brings news to mailboxes, if anything does: workers elsewhere, or a notifier here. */
final class NotifierModule extends AbstractModule {

  @Provides
  @Singleton
  Optional<Notifier> notifier(
      Profile profile, Plugins plugins, Wire wire, DataDirectory data, Lifetime lifetime) {
    Settings workers = profile.settings(WorkerSettings.SECTION);
    Optional<WorkKey> key = WorkerSettings.key(workers);
    if (key.isPresent()) {
      return Optional.of(lifetime.keep(WorkerPool.open(
          wire.transport(),
          ServerSettings.name(profile.settings(ServerSettings.SECTION)),
          key.get(),
          WorkerSettings.patience(workers),
          WorkerSettings.parallel(workers))));
    }
    Profile addressed = addressed(profile, data, lifetime);
    return Tree.notifier(addressed, plugins)
        .map(provider -> lifetime.keep(provider.open(addressed.settings(Tree.notifier(provider)))));
  }

  private static Profile addressed(Profile profile, DataDirectory data, Lifetime lifetime) {
    Settings settings = profile.settings(MailboxSettings.SECTION);
    if (!MailboxSettings.isEmbedded(settings)) {
      return profile;
    }
    try {
      EmbeddedMailbox mailbox = lifetime.keep(EmbeddedMailbox.open(
          MailboxSettings.port(settings),
          MailboxSettings.directory(data.path()),
          MailboxSettings.keep(settings)));
      return MailboxSettings.addressed(GatewaySettings.linked(profile), mailbox.port());
    } catch (IOException e) {
      throw new SettingsException("The embedded mailbox can't be opened: " + e.getMessage()
          + " To listen elsewhere, set mailbox.port.");
    }
  }
}
