package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.belfry.launcher.admin.Admin;
import io.belfry.launcher.admin.Metrics;
import io.belfry.launcher.admin.Pages;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.AdminSettings;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.settings.Settings;
import java.util.Optional;

/** What operators ask. */
final class AdminModule extends AbstractModule {

  @Provides
  @Singleton
  Metrics metrics(Lifetime lifetime) {
    return lifetime.keep(new Metrics());
  }

  @Provides
  @Singleton
  Optional<Admin> admin(
      Profile profile,
      ServerConfig config,
      NotificationServer server,
      Metrics metrics,
      Lifetime lifetime) {
    Settings settings = profile.settings(AdminSettings.SECTION);
    if (!AdminSettings.isEnabled(settings)) {
      return Optional.empty();
    }
    return Optional.of(lifetime.keep(Admin.open(
        AdminSettings.host(settings),
        AdminSettings.port(settings),
        Pages.of(server, metrics),
        config.access())));
  }
}
