package io.belfry.testbroker;

import java.nio.file.Path;
import java.util.List;

/** A program that starts a server, and ends without ending it. */
final class Forgetful {

  private Forgetful() {}

  public static void main(String[] arguments) throws Exception {
    ServerProcess server =
        new ServerProcess(List.of("sleep", "600"), Path.of(arguments[0]), List.of());
    server.start();
    System.out.println(server.handle().orElseThrow().pid());
    System.exit(0);
  }
}
