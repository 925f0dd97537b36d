package io.belfry.torture.cast;

import io.belfry.transport.Side;
import io.belfry.transport.Transport;

/** The program of a hub where servers and clients are spokes. */
public final class HubProcess {

  private HubProcess() {}

  /**
   * Runs it until its input ends.
   *
   * @param arguments transport and settings, each as NAME=VALUE
   * @throws Exception if it can't be opened
   */
  public static void main(String[] arguments) throws Exception {
    Cues cues = Cues.withGrace();
    Transport hub = Wiring.from(Instructions.parse(arguments)).open(Side.HUB);
    Cues.say(Cues.READY);
    cues.awaitEnd();
    hub.close();
    System.exit(0);
  }
}
