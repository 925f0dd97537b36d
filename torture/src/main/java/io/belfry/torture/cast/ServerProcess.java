package io.belfry.torture.cast;

import io.belfry.message.Address;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.Wire;
import io.belfry.server.store.StoreConfig;
import io.belfry.torture.wire.Chaos;
import io.belfry.torture.wire.LossyTransport;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.util.List;

/** The program of a server. It runs until its input ends, or it is killed. */
public final class ServerProcess {

  private static final int FAILED = 3;

  private ServerProcess() {}

  /**
   * Runs it.
   *
   * @param arguments name, transport, settings, side, store, loss and seed, each as NAME=VALUE
   */
  public static void main(String[] arguments) {
    Instructions instructions = Instructions.parse(arguments);
    Cues cues = Cues.withGrace();
    int exit = 0;
    try (Transport transport = open(instructions)) {
      NotificationServer server = start(instructions, transport);
      Cues.say(Cues.READY);
      cues.awaitEnd();
      server.close();
    } catch (Exception e) {
      e.printStackTrace();
      exit = FAILED;
    }
    System.exit(exit);
  }

  private static Transport open(Instructions instructions) throws InterruptedException {
    Transport real = Wiring.from(instructions).open(Side.valueOf(instructions.text("side")));
    return new LossyTransport(
        real, Chaos.evenly(instructions.share("loss")), Chaos.NONE, instructions.number("seed"));
  }

  private static NotificationServer start(Instructions instructions, Transport transport) {
    StoreConfig store = StoreConfig.of(instructions.text("store"));
    ServerConfig config = ServerConfig.of(new Address(instructions.text("name")), store);
    return NotificationServer.start(config, List.of(new Wire(transport, true)));
  }
}
