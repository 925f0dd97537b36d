package io.belfry.launcher.start;

import io.belfry.client.ClientOptions;
import io.belfry.client.NotificationClient;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.AuthSettings;
import io.belfry.launcher.settings.ClientSettings;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.settings.Tree;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The way to a server, over the wire of a profile. */
public final class Connection implements AutoCloseable {

  private final Profile profile;
  private final Transport transport;
  private final NotificationClient client;
  private final NotificationService service;

  private Connection(Profile profile, Transport transport, Duration patience) {
    ClientOptions usual = ClientOptions.DEFAULTS;
    this.profile = profile;
    this.transport = transport;
    this.client = new NotificationClient(
        transport, new ClientOptions(usual.deadline(), patience, usual.backoff()));
    this.service = AuthSettings.token(profile.settings(AuthSettings.SECTION))
        .<NotificationService>map(client::as)
        .orElse(client);
  }

  /**
   * Opens it, when a server is there or has come in time.
   *
   * @param profile which wire it is, and how long to wait
   * @param plugins what is installed; they stay open when this is closed
   * @param hints told what people may want to know if that takes a while
   * @return the connection
   * @throws ServiceException with one sentence that says what to do, if no server has come
   */
  public static Connection open(Profile profile, Plugins plugins, Consumer<String> hints) {
    Duration patience = ClientSettings.patience(profile.settings(ClientSettings.SECTION));
    Door door = new Door(Tree.transport(profile, plugins), Meeting.addressed(profile));
    try {
      return new Connection(profile, door.open(patience, hints), patience);
    } catch (ServiceException e) {
      // With somebody else's broker a server would not help.
      throw Meeting.isElsewhere(profile) ? e : advised(e, profile);
    }
  }

  private static ServiceException advised(ServiceException failure, Profile profile) {
    String said = String.valueOf(failure.getMessage());
    String end = said.endsWith(".") || said.endsWith("?") || said.endsWith(")") ? "" : ".";
    return new ServiceException(
        failure.code(),
        said + end + " 'belfry serve --profile " + profile.name() + "' starts a server.",
        failure);
  }

  /**
   * The service for whom the profile has a token, or for nobody in particular.
   *
   * @return it, while this is not closed
   */
  public NotificationService service() {
    return service;
  }

  /** The service for whoever shows no token. */
  NotificationService client() {
    return client;
  }

  /**
   * Waits for an answer, which comes or fails in bounded time.
   *
   * @param stage what will have it
   * @param <T> its type
   * @return the answer
   * @throws RuntimeException as the service has failed
   */
  public <T> T answer(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ServiceException refused && refused.code() == Code.UNAVAILABLE) {
        throw advised(refused, profile);
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
