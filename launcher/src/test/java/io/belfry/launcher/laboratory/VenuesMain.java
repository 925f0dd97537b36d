package io.belfry.launcher.laboratory;

import io.belfry.launcher.plugin.Plugins;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A laboratory that never comes to an end by itself. */
final class VenuesMain {

  private VenuesMain() {}

  public static void main(String[] arguments) throws Exception {
    Plugins plugins = Plugins.load(Path.of("none"));
    Equipment equipment = new Equipment(plugins, Path.of("none"));
    TargetList.read(Path.of(arguments[0]), equipment)
        .forEach(target -> target.open().mortal());
    System.out.println("open");
    new CountDownLatch(1).await();
  }
}
