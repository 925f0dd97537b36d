package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import io.belfry.notifier.Notifier;
import java.util.Optional;

/** What brings news to mailboxes, if anything does. */
final class NotifierModule extends AbstractModule {

  @Provides
  @Singleton
  Optional<Notifier> notifier(Profile profile, Plugins plugins, Lifetime lifetime) {
    return Tree.notifier(profile, plugins)
        .map(provider -> lifetime.keep(provider.open(profile.settings(Tree.notifier(provider)))));
  }
}
