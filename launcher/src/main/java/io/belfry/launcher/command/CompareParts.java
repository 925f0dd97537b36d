package io.belfry.launcher.command;

import io.belfry.compare.role.LocalTroupe;
import io.belfry.compare.run.Troupes;
import io.belfry.compare.venue.Wires;
import io.belfry.compare.worker.Workers;
import io.belfry.launcher.laboratory.InstalledWires;
import io.belfry.launcher.laboratory.WorkerMain;
import io.belfry.launcher.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;

/**
 * Who does the work of a comparison.
 *
 * @param wires opens connections in this process
 * @param troupes where those come from who take part
 */
record CompareParts(Wires wires, Troupes troupes) {

  static CompareParts of(Plugins plugins, Path directory, Place place) {
    Wires wires = new InstalledWires(plugins);
    return new CompareParts(wires, place.troupes(wires, directory));
  }

  /**
   * Where they do it.
   *
   * @param isEachAlone whether each has a process on this machine
   * @param commands what starts processes elsewhere
   */
  record Place(boolean isEachAlone, List<String> commands) {

    private Troupes troupes(Wires wires, Path plugins) {
      if (isEachAlone) {
        return new Workers(List.of(WorkerMain.command(plugins)));
      }
      return commands.isEmpty()
          ? () -> new LocalTroupe(wires)
          : new Workers(commands.stream()
              .map(command -> List.of(command.strip().split("\\s+")))
              .toList());
    }
  }
}
