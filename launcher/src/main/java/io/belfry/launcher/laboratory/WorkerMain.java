package io.belfry.launcher.laboratory;

import io.belfry.compare.worker.Worker;
import io.belfry.launcher.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The program of those who take part in a comparison on this machine. */
public final class WorkerMain {

  private static final String HEAP = "512m";

  private WorkerMain() {}

  /**
   * What starts it.
   *
   * @param plugins where plug-ins are
   * @return the command
   */
  public static List<String> command(Path plugins) {
    return Jvm.command(WorkerMain.class, HEAP, plugins.toString());
  }

  /**
   * Takes part until its input ends.
   *
   * @param arguments where plug-ins are
   * @throws IOException if its input can't be read
   */
  public static void main(String[] arguments) throws IOException {
    Plugins plugins = Plugins.load(Path.of(arguments[0]));
    Worker.serve(new InstalledWires(plugins), System.in, System.out);
    Runtime.getRuntime().halt(0); // Whoever wanted to know something of it is gone.
  }
}
