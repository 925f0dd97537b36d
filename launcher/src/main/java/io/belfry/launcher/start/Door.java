package io.belfry.launcher.start;

import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.TransportProvider;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where a wire is entered. Whoever has just started a server need not wait for it by himself: while
 * nobody answers, it is tried again.
 */
final class Door {

  /**
   * For a transport that waits by itself: each try is short, and how often there is one is said.
   */
  private static final String OWN_PATIENCE = "connect-timeout";

  private static final String ONE_TRY = "1s";
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final TransportProvider provider;
  private final Profile profile;

  Door(TransportProvider provider, Profile profile) {
    this.provider = provider;
    this.profile = canWait(provider)
        ? profile.withDefault("transport." + OWN_PATIENCE, ONE_TRY, "commands")
        : profile;
  }

  private static boolean canWait(TransportProvider provider) {
    return provider.settings().stream().anyMatch(key -> key.name().equals(OWN_PATIENCE));
  }

  /**
   * Opens the transport.
   *
   * @throws ServiceException if nobody has answered in time
   */
  Transport open(Duration patience, Consumer<String> hints) {
    long end = System.nanoTime() + patience.toNanos();
    for (boolean isFirst = true; ; isFirst = false) {
      try {
        return provider.open(profile.settings(Tree.transport(provider)), Side.SPOKE);
      } catch (TransportException e) {
        if (e.category() != Category.UNREACHABLE) {
          throw e;
        }
        if (end - System.nanoTime() < PAUSE.toNanos()) {
          throw new ServiceException(Code.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        }
        if (isFirst) {
          hints.accept("Nobody answers; waiting for a server that is about to start ...");
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException(Code.UNAVAILABLE, "The wait for a server was interrupted.", e);
    }
  }
}
