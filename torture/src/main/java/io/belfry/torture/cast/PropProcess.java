package io.belfry.torture.cast;

import io.belfry.tck.Broker;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import io.belfry.teststore.TestPostgres;
import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * The program that has a broker or a database running, kills it and starts it again when told so,
 * and ends it with itself. So it is gone in the end, however the one ends that started this.
 */
public final class PropProcess {

  /** What to run for a database. */
  public static final String POSTGRES = "postgres";

  /** Has it killed. */
  public static final String KILL = "kill";

  /** Has it started again. */
  public static final String START = "start";

  /** Said when it has been started again. */
  public static final String STARTED = "started";

  private PropProcess() {}

  /**
   * Runs it until its input ends.
   *
   * @param arguments kind and protocol, each as NAME=VALUE
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    Cues cues = Cues.withGrace();
    Instructions instructions = Instructions.parse(arguments);
    if (instructions.text("kind").equals(POSTGRES)) {
      try (TestPostgres postgres = TestPostgres.startNew()) {
        obey(cues, postgres, postgres.newDatabase());
      }
    } else {
      runBroker(cues, Kind.valueOf(instructions.text("kind")), instructions.text("protocol"));
    }
    System.exit(0);
  }

  private static void runBroker(Cues cues, Kind kind, String protocol) throws Exception {
    try (TestBroker broker = TestBrokers.start(kind, Setup.PLAIN)) {
      InetSocketAddress at = broker.at(Protocol.valueOf(protocol.toUpperCase(Locale.ROOT)));
      obey(cues, broker.control().orElseThrow(), "tcp://127.0.0.1:" + at.getPort());
    }
  }

  private static void obey(Cues cues, Broker prop, String url) throws Exception {
    Cues.say(Cues.READY + " " + url);
    for (String cue = cues.next(); !cue.isEmpty(); cue = cues.next()) {
      if (cue.equals(KILL)) {
        prop.kill();
      } else {
        prop.start();
        Cues.say(STARTED);
      }
    }
  }
}
