package io.belfry.server;

import java.util.Optional;

/** The version of this program. */
final class Version {

  /** As the jar says; there is none while it is being developed. */
  static final String CURRENT =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("unknown");

  private Version() {}
}
