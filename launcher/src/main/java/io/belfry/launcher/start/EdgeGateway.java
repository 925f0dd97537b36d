package io.belfry.launcher.start;

import io.belfry.gateway.Gateway;
import io.belfry.gateway.page.Shown;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.GatewaySettings;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.Settings;
import java.util.Optional;
import java.util.function.Consumer;

/** A gateway in a process of its own, which asks a server over the wire of a profile. */
public final class EdgeGateway implements AutoCloseable {

  private final Lifetime lifetime;
  private final String transport;
  private final Gateway gateway;

  private EdgeGateway(Lifetime lifetime, String transport, Gateway gateway) {
    this.lifetime = lifetime;
    this.transport = transport;
    this.gateway = gateway;
  }

  /**
   * Opens it, when a server is there or has come in time; a server that goes later may come back.
   *
   * @param profile what is wanted
   * @param plugins what is installed; they stay open when this is closed
   * @param hints told if that takes a while
   * @return the gateway, which answers
   * @throws RuntimeException with one sentence, if it can't be
   */
  public static EdgeGateway open(Profile profile, Plugins plugins, Consumer<String> hints) {
    Settings settings = profile.settings(GatewaySettings.SECTION);
    Lifetime lifetime = new Lifetime();
    try {
      Connection server = lifetime.keep(Connection.open(profile, plugins, hints));
      Gateway gateway = lifetime.keep(Gateway.open(
          GatewaySettings.config(settings),
          server.client(),
          new Shown(Optional.empty(), Optional.of(GatewaySettings.report(settings)))));
      return new EdgeGateway(lifetime, Tree.transport(profile, plugins).name(), gateway);
    } catch (RuntimeException | Error e) {
      lifetime.close();
      throw e;
    }
  }

  /**
   * The way to the server.
   *
   * @return the transport's name
   */
  public String transport() {
    return transport;
  }

  /**
   * What listens.
   *
   * @return the gateway, while this is not closed
   */
  public Gateway gateway() {
    return gateway;
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
