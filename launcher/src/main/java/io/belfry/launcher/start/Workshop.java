package io.belfry.launcher.start;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.settings.Tree;
import io.belfry.launcher.settings.WorkerSettings;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.NotifierProvider;
import io.belfry.server.worker.WorkKey;
import io.belfry.server.worker.Worker;
import io.belfry.settings.SettingsException;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;

/** A worker, and all that it needs, as a profile says. */
public final class Workshop implements AutoCloseable {

  private final Lifetime lifetime;
  private final String transport;

  private Workshop(Lifetime lifetime, String transport) {
    this.lifetime = lifetime;
    this.transport = transport;
  }

  /**
   * Starts a worker; if a part can't be started, what was begun is closed again.
   *
   * @param profile what is wanted
   * @param plugins what is installed; they stay open when this is closed
   * @return the workshop, at work
   * @throws RuntimeException with one sentence, if it can't be
   */
  public static Workshop start(Profile profile, Plugins plugins) {
    WorkKey key = WorkerSettings.key(profile.settings(WorkerSettings.SECTION))
        .orElseThrow(() -> new SettingsException("Set workers.key, the same as at the server."));
    NotifierProvider how = Tree.notifier(profile, plugins)
        .orElseThrow(() -> new SettingsException("Set notifier.name, such as smtp."));
    TransportProvider provider = Tree.transport(profile, plugins);
    Lifetime lifetime = new Lifetime();
    try {
      Notifier notifier = lifetime.keep(how.open(profile.settings(Tree.notifier(how))));
      Transport wire = lifetime.keep(
          provider.open(Meeting.addressed(profile).settings(Tree.transport(provider)), Side.SPOKE));
      lifetime.keep(Worker.start(wire, notifier, key));
      return new Workshop(lifetime, provider.name());
    } catch (RuntimeException | Error e) {
      lifetime.close();
      throw e;
    }
  }

  /**
   * The way to the servers.
   *
   * @return the transport's name
   */
  public String transport() {
    return transport;
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
