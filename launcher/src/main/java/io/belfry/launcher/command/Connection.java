package io.belfry.launcher.command;

import io.belfry.client.NotificationClient;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.AuthSettings;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.settings.Tree;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.TransportProvider;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The way to a server, over the wire of a profile. */
final class Connection implements AutoCloseable {

  private final Profile profile;
  private final Transport transport;
  private final NotificationClient client;
  private final NotificationService service;

  private Connection(Profile profile, Transport transport) {
    this.profile = profile;
    this.transport = transport;
    this.client = new NotificationClient(transport);
    this.service = AuthSettings.token(profile.settings(AuthSettings.SECTION))
        .<NotificationService>map(client::as)
        .orElse(client);
  }

  static Connection open(Profile profile, Plugins plugins) {
    TransportProvider provider = Tree.transport(profile, plugins);
    return new Connection(profile, open(profile, provider, Meeting.addressed(profile)));
  }

  private static Transport open(Profile profile, TransportProvider provider, Profile addressed) {
    try {
      return provider.open(addressed.settings(Tree.transport(provider)), Side.SPOKE);
    } catch (TransportException e) {
      throw e.category() == Category.UNREACHABLE
          ? new ServiceException(Code.UNAVAILABLE, e.getMessage() + " " + advice(profile))
          : e;
    }
  }

  private static String advice(Profile profile) {
    return "Is a server running? 'belfry serve --profile " + profile.name() + "' starts one.";
  }

  NotificationService service() {
    return service;
  }

  /** Waits for an answer, which comes or fails in bounded time. */
  <T> T answer(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ServiceException refused && refused.code() == Code.UNAVAILABLE) {
        throw new ServiceException(Code.UNAVAILABLE, refused.getMessage() + " " + advice(profile));
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    client.close();
    transport.close();
  }
}
