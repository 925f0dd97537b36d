package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Cable;
import io.belfry.compare.venue.House;
import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.ground.TransportTexts;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.start.Lifetime;
import io.belfry.launcher.start.PassingDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the trials of a target take place: on this machine, at free ports, with files that go. */
final class ProfileVenue implements Venue {

  private final Standing standing;
  private final Plugins plugins;
  private final Lifetime lifetime;

  private ProfileVenue(Standing standing, Plugins plugins, Lifetime lifetime) {
    this.standing = standing;
    this.plugins = plugins;
    this.lifetime = lifetime;
  }

  /** Starts what has to be there: all of it, or nothing. */
  static ProfileVenue open(ProfileTarget target) {
    Lifetime lifetime = new Lifetime();
    try {
      lifetime.keep(AtTheEnd.close(lifetime::close));
      Path directory = lifetime.keep(PassingDirectory.make("laboratory")).path();
      Standing standing = standing(target, directory, lifetime);
      return new ProfileVenue(standing, target.equipment().plugins(), lifetime);
    } catch (IOException e) {
      lifetime.close();
      throw new UncheckedIOException("There is no room for " + target.name() + ".", e);
    } catch (RuntimeException | Error e) {
      lifetime.close();
      throw e;
    }
  }

  private static Standing standing(ProfileTarget target, Path directory, Lifetime lifetime)
      throws IOException {
    Profile profile = target.hasNewKeys()
        ? GeneratedKeys.with(target.profile(), target.provider(), directory.resolve("keys"))
        : target.profile();
    Path files = Files.createDirectory(directory.resolve("middle"));
    Brokers brokers = new Brokers(profile, target.provider(), files, lifetime);
    return switch (target.broker()) {
      case PROCESS -> brokers.process();
      case EMBEDDED -> brokers.embedded();
      case MOSQUITTO -> brokers.mosquitto();
      case NONE ->
        Meeting.isElsewhere(profile)
            ? brokers.elsewhere()
            : new NoBroker(
                target.provider().name(),
                TransportTexts.of(profile, target.provider()),
                target.equipment().directory(),
                files,
                lifetime);
    };
  }

  @Override
  public Wiring wiring() {
    return standing.wiring();
  }

  @Override
  public Optional<Middle> middle() {
    return standing.middle();
  }

  @Override
  public Middle mortal() {
    return standing.mortal();
  }

  @Override
  public Cable cable(Wiring wiring) {
    return RelayCable.to(wiring);
  }

  @Override
  public House house(Wiring wiring) {
    return DeployedHouse.open(wiring, plugins);
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
