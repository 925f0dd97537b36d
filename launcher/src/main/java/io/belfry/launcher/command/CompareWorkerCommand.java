package io.belfry.launcher.command;

import io.belfry.compare.worker.Worker;
import io.belfry.launcher.laboratory.InstalledWires;
import io.belfry.launcher.plugin.Plugins;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes part in a comparison that another process does. */
@Command(
    description = "Takes part in a comparison that 'belfry compare --workers' does elsewhere; what"
        + " it is asked and answers goes over its input and output.",
    hidden = true)
final class CompareWorkerCommand implements Callable<Integer> {

  private static final Logger LOGS = Logger.getLogger("");

  @Mixin
  private final PluginOptions installed = new PluginOptions();

  @Override
  public Integer call() throws IOException {
    LOGS.setLevel(Level.OFF); // Of connections that break, as the laboratory wants it.
    try (Plugins plugins = installed.plugins()) {
      Worker.serve(new InstalledWires(plugins.requireSound()), System.in, System.out);
    }
    return ExitCode.DONE;
  }
}
