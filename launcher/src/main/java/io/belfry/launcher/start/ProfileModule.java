package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.DataSettings;

/** What was written, and where files go. */
final class ProfileModule extends AbstractModule {

  private final Profile profile;
  private final Plugins plugins;
  private final Lifetime lifetime;

  ProfileModule(Profile profile, Plugins plugins, Lifetime lifetime) {
    this.profile = profile;
    this.plugins = plugins;
    this.lifetime = lifetime;
  }

  @Override
  protected void configure() {
    bind(Profile.class).toInstance(profile);
    bind(Plugins.class).toInstance(plugins);
    bind(Lifetime.class).toInstance(lifetime);
  }

  @Provides
  @Singleton
  DataDirectory data() {
    return lifetime.keep(
        DataDirectory.take(DataSettings.directory(profile.settings(DataSettings.SECTION))));
  }
}
