package io.belfry.compare.worker;

import java.io.IOException;

/** A worker of the tests. */
final class WorkerMain {

  private WorkerMain() {}

  public static void main(String... arguments) throws IOException {
    Worker.serve(new ZeroMqWires(), System.in, System.out);
    System.exit(0);
  }
}
