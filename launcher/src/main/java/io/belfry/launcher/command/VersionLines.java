package io.belfry.launcher.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionLines implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Optional.ofNullable(VersionLines.class.getPackage().getImplementationVersion())
        .orElse("unknown");
    return new String[] {
      "Belfry " + version, "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
    };
  }
}
