package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import io.belfry.gateway.Gateway;
import io.belfry.launcher.admin.Admin;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import io.belfry.server.NotificationServer;
import io.belfry.transport.Side;
import java.util.Optional;

/** A server, and all that it needs, as a profile says. */
public final class Deployment implements AutoCloseable {

  private final Lifetime lifetime;
  private final String transport;
  private final NotificationServer server;
  private final Optional<Admin> admin;
  private final Optional<Gateway> gateway;

  private Deployment(Lifetime lifetime, String transport, Injector parts) {
    this.lifetime = lifetime;
    this.transport = transport;
    this.server = parts.getInstance(NotificationServer.class);
    this.admin = parts.getInstance(Key.get(new TypeLiteral<Optional<Admin>>() {}));
    this.gateway = parts.getInstance(Key.get(new TypeLiteral<Optional<Gateway>>() {}));
  }

  /**
   * Starts everything; if a part can't be started, what was begun is closed again.
   *
   * @param profile what is wanted
   * @param plugins what is installed; they stay open when this is closed
   * @return the server, which answers
   * @throws RuntimeException with one sentence, as the part has thrown it
   */
  public static Deployment start(Profile profile, Plugins plugins) {
    return start(profile, plugins, Side.HUB);
  }

  /**
   * The same where the hub may be somebody else.
   *
   * @param profile what is wanted
   * @param plugins what is installed; they stay open when this is closed
   * @param side who binds, if there is no broker
   * @return the server, which answers
   * @throws RuntimeException with one sentence, as the part has thrown it
   */
  public static Deployment start(Profile profile, Plugins plugins, Side side) {
    Lifetime lifetime = new Lifetime();
    try {
      Injector injector = Guice.createInjector(
          Stage.PRODUCTION,
          new Hardening(),
          new ProfileModule(profile, plugins, lifetime),
          new WireModule(side),
          new NotifierModule(),
          new ServiceModule(),
          new AdminModule(),
          new GatewayModule());
      return new Deployment(lifetime, Tree.transport(profile, plugins).name(), injector);
    } catch (CreationException e) {
      lifetime.close();
      throw reason(e);
    } catch (RuntimeException | Error e) {
      lifetime.close();
      throw e;
    }
  }

  /**
   * What it is offered over.
   *
   * @return the transport's name
   */
  public String transport() {
    return transport;
  }

  /**
   * The server.
   *
   * @return it, while this is not closed
   */
  public NotificationServer server() {
    return server;
  }

  /**
   * Where it tells operators how it is.
   *
   * @return the HTTP server, if there is to be one
   */
  public Optional<Admin> admin() {
    return admin;
  }

  /**
   * Where browsers and curl come in.
   *
   * @return the gateway, if there is to be one
   */
  public Optional<Gateway> gateway() {
    return gateway;
  }

  @Override
  public void close() {
    lifetime.close();
  }

  /** What the part itself has said; the rest is about our wiring. */
  private static RuntimeException reason(CreationException failure) {
    return failure.getErrorMessages().stream()
        .map(message -> message.getCause())
        .filter(RuntimeException.class::isInstance)
        .map(RuntimeException.class::cast)
        .findFirst()
        .orElse(failure);
  }

  /** Nothing is bound by accident. */
  private static final class Hardening extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
    }
  }
}
