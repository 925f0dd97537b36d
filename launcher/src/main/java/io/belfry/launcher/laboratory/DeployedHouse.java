package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.House;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Profiles;
import io.belfry.launcher.profile.Written;
import io.belfry.launcher.settings.MailboxSettings;
import io.belfry.launcher.start.Deployment;
import io.belfry.launcher.start.Lifetime;
import io.belfry.launcher.start.PassingDirectory;
import io.belfry.transport.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server as 'belfry serve' has it, the same for all targets but for the transport. Nothing else
 * of their profiles is taken over: there may be a mail server in them, or a database, that others
 * need.
 */
final class DeployedHouse implements House {

  private static final String ORIGIN = "the laboratory";

  private static final Map<String, String> SETTINGS = Map.of(
      "admin.enabled", "false",
      "gateway.enabled", "false",
      "email.confirmation", "false",
      "delivery.digest", "0s",
      "mailbox.embedded", "true",
      "mailbox.port", "0",
      "mailbox.keep", "1000000");

  private final Lifetime lifetime;
  private final Letters letters;

  private DeployedHouse(Lifetime lifetime, Letters letters) {
    this.lifetime = lifetime;
    this.letters = letters;
  }

  static DeployedHouse open(Wiring wiring, Plugins plugins) {
    Lifetime lifetime = new Lifetime();
    try {
      lifetime.keep(AtTheEnd.close(lifetime::close));
      Path data = lifetime.keep(PassingDirectory.make("house")).path();
      Side side = wiring.isDirect() ? Side.HUB : Side.SPOKE;
      lifetime.keep(Deployment.start(profile(wiring, data), plugins, side));
      return new DeployedHouse(lifetime, new Letters(MailboxSettings.directory(data)));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no room for a server's files.", e);
    } catch (RuntimeException | Error e) {
      lifetime.close();
      throw e;
    }
  }

  private static Profile profile(Wiring wiring, Path data) {
    Map<String, Written> set = new TreeMap<>();
    wiring
        .settings()
        .forEach((name, text) -> set.put("transport." + name, new Written(text, ORIGIN)));
    SETTINGS.forEach((name, text) -> set.put(name, new Written(text, ORIGIN)));
    set.put("data.directory", new Written(data.toString(), ORIGIN));
    return Profiles.of(wiring.transport(), set);
  }

  @Override
  public List<Mail> mails() {
    return letters.all();
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
