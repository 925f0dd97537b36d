package io.belfry.launcher.demo;

import io.belfry.gateway.Gateway;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.AuthSettings;
import io.belfry.launcher.settings.DataSettings;
import io.belfry.launcher.start.Deployment;
import io.belfry.launcher.start.PassingDirectory;
import io.belfry.message.TopicFilter;
import io.belfry.service.EmailRegistration;
import io.belfry.service.NotificationService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * A server whose topics change by themselves, with a mailbox to look into. Unless it is told where
 * to keep its files, nothing is left of it.
 */
public final class Demo implements AutoCloseable {

  private static final String ORIGIN = "demo";
  private static final String DIRECTORY = "data.directory";
  private static final EmailRegistration READER =
      new EmailRegistration(new TopicFilter("news.#"), "reader@example.org", "en");

  private final Path directory;
  private final boolean isPassing;
  private final Deployment deployment;
  private final Changes changes;

  private Demo(Path directory, boolean isPassing, Deployment deployment, Changes changes) {
    this.directory = directory;
    this.isPassing = isPassing;
    this.deployment = deployment;
    this.changes = changes;
  }

  /**
   * Starts it: all of it, or nothing.
   *
   * @param profile what is wanted
   * @param plugins what is installed; they stay open when this is closed
   * @return the demo, with topics that change
   * @throws IOException if there is no room for its files
   */
  public static Demo start(Profile profile, Plugins plugins) throws IOException {
    boolean isPassing = profile.find(DIRECTORY).isEmpty();
    Path directory = isPassing
        ? PassingDirectory.make("demo").path()
        : DataSettings.directory(profile.settings(DataSettings.SECTION));
    try {
      return start(shown(profile, directory), plugins, directory, isPassing);
    } catch (RuntimeException | Error e) {
      if (isPassing) {
        new PassingDirectory(directory).close();
      }
      throw e;
    }
  }

  private static Demo start(Profile profile, Plugins plugins, Path directory, boolean isPassing) {
    Deployment deployment = Deployment.start(profile, plugins);
    try {
      NotificationService open = deployment.server().service();
      NotificationService service = AuthSettings.token(profile.settings(AuthSettings.SECTION))
          .map(open::as)
          .orElse(open);
      Changes changes = Changes.begin(service, Sample.all(new Random()));
      service.registerEmail(READER).toCompletableFuture().join();
      return new Demo(directory, isPassing, deployment, changes);
    } catch (RuntimeException | Error e) {
      deployment.close();
      throw e;
    }
  }

  /** What is nicer to look at, where nobody has said otherwise. */
  private static Profile shown(Profile profile, Path directory) {
    return profile
        .withDefault(DIRECTORY, directory.toString(), ORIGIN)
        .withDefault("mailbox.embedded", "true", ORIGIN)
        .withDefault("email.confirmation", "false", ORIGIN);
  }

  /**
   * What it is offered over.
   *
   * @return the transport's name
   */
  public String transport() {
    return deployment.transport();
  }

  /**
   * Where browsers find it.
   *
   * @return the gateway's address, if there is to be one
   */
  public Optional<String> url() {
    return deployment.gateway().map(Gateway::url);
  }

  /**
   * Where its files are.
   *
   * @return the data directory
   */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    changes.close();
    deployment.close();
    if (isPassing) {
      new PassingDirectory(directory).close();
    }
  }
}
