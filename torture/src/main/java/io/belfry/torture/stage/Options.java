package io.belfry.torture.stage;

import io.belfry.testbroker.Kind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be tortured, and how.
 *
 * @param seed decides all that is left to chance, as far as processes can be told
 * @param seconds how long to publish
 * @param transport zeromq, mqtt or jms
 * @param store sqlite or postgres
 * @param servers how many, on one store
 * @param kills how often a server is killed
 * @param publishers how many
 * @param subscribers how many
 * @param rate how many events a second each publisher is to publish
 * @param loss the share of messages that the wire spoils, on each of two sides
 * @param broker what broker to have, if not the usual one
 * @param directory where to keep the files; a temporary one if there is none
 */
public record Options(
    long seed,
    int seconds,
    String transport,
    String store,
    int servers,
    int kills,
    int publishers,
    int subscribers,
    int rate,
    double loss,
    Optional<Kind> broker,
    Optional<Path> directory) {

  /** The transport that has no broker. */
  public static final String ZEROMQ = "zeromq";

  /** The store that several servers can share. */
  public static final String POSTGRES = "postgres";

  /**
   * Whether the servers are spokes, so that something else has to stand between.
   *
   * @return not if the only server is the hub
   */
  boolean hasBroker() {
    return !transport.equals(ZEROMQ) || servers > 1;
  }

  /**
   * The command that does the same again.
   *
   * @return a line for the shell
   */
  public String command() {
    return "java -jar torture/target/belfry-torture.jar --seed " + seed + " --seconds " + seconds
        + " --transport " + transport + " --store " + store + " --servers " + servers + " --kills "
        + kills + " --publishers " + publishers + " --subscribers " + subscribers + " --rate "
        + rate + " --loss " + loss
        + broker.map(kind -> " --broker " + kind.title()).orElse("");
  }
}
