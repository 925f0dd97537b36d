package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.belfry.launcher.admin.Metrics;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.AuthSettings;
import io.belfry.launcher.settings.DeliverySettings;
import io.belfry.launcher.settings.EmailSettings;
import io.belfry.launcher.settings.LogSettings;
import io.belfry.launcher.settings.ServerSettings;
import io.belfry.launcher.settings.StoreSettings;
import io.belfry.launcher.settings.SubscriptionSettings;
import io.belfry.notifier.Notifier;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.Wire;
import io.belfry.settings.Settings;
import java.util.List;
import java.util.Optional;

/** The service itself. */
final class ServiceModule extends AbstractModule {

  @Provides
  @Singleton
  ServerConfig config(Profile profile, DataDirectory data) {
    Settings server = profile.settings(ServerSettings.SECTION);
    return new ServerConfig(
        ServerSettings.name(server),
        StoreSettings.config(profile.settings(StoreSettings.SECTION), data.path()),
        LogSettings.config(profile.settings(LogSettings.SECTION)),
        SubscriptionSettings.config(profile.settings(SubscriptionSettings.SECTION)),
        EmailSettings.config(profile.settings(EmailSettings.SECTION)),
        DeliverySettings.config(profile.settings(DeliverySettings.SECTION)),
        AuthSettings.access(profile.settings(AuthSettings.SECTION)),
        ServerSettings.beacon(server),
        ServerSettings.housekeeping(server));
  }

  @Provides
  @Singleton
  NotificationServer server(
      ServerConfig config,
      Wire wire,
      Optional<Notifier> notifier,
      Metrics metrics,
      Lifetime lifetime) {
    return lifetime.keep(
        NotificationServer.start(config, List.of(wire), notifier, metrics.registry()));
  }
}
