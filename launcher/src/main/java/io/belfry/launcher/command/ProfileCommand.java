package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that does something by a profile. */
abstract class ProfileCommand implements Callable<Integer> {

  @Mixin
  private final PluginOptions installed = new PluginOptions();

  @Mixin
  private final ProfileOptions options = new ProfileOptions();

  @Mixin
  private final Output output = new Output();

  @Override
  public final Integer call() throws Exception {
    try (Plugins plugins = installed.plugins()) {
      run(options.profile(plugins), plugins, output);
    }
    return ExitCode.DONE;
  }

  /** Sets what has an option of its own. */
  final void set(String assignment) {
    options.set(assignment);
  }

  /** Does it, and tells what came of it. */
  abstract void run(Profile profile, Plugins plugins, Output output) throws Exception;
}
