package io.belfry.gateway.page;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What pages show besides the service.
 *
 * @param letters the mails that a mailbox has caught, if there is one to look into
 * @param report the page of a comparison, if there is one; looked for whenever somebody asks
 */
public record Shown(Optional<Letters> letters, Optional<Path> report) {

  /** Nothing. */
  public static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());
}
