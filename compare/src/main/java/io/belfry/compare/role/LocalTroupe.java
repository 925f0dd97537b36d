package io.belfry.compare.role;

import io.belfry.compare.venue.Wires;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who play in this process. */
public final class LocalTroupe implements Troupe {

  private static final Logger LOG = System.getLogger(LocalTroupe.class.getName());

  private final Casting casting;
  private final List<Player> players = new ArrayList<>();
  private @Nullable Meter meter;
  private Cost cost = Cost.NONE;
  private long start;

  /**
   * Makes one without anybody.
   *
   * @param wires opens their connections
   */
  public LocalTroupe(Wires wires) {
    this.casting = new Casting(wires);
  }

  @Override
  public void prepare(List<Part> parts) {
    for (Part part : parts) {
      Player player = casting.cast(part);
      players.add(player);
      if (meter != null) {
        player.begin(start);
      }
    }
  }

  @Override
  public void begin(long at) {
    start = at;
    meter = new Meter();
    players.forEach(player -> player.begin(at));
  }

  @Override
  public Progress progress() {
    return players.stream()
        .map(player -> new Progress(player.sent(), player.heard(), player.isDone()))
        .reduce(Progress.NONE, Progress::plus);
  }

  @Override
  public List<Report> finish(long patience) {
    List<Report> reports =
        players.stream().map(player -> player.report(patience)).toList();
    if (meter != null) {
      cost = meter.read();
    }
    return reports;
  }

  @Override
  public Cost cost() {
    return cost;
  }

  @Override
  public long shift() {
    return 0;
  }

  @Override
  public long uncertainty() {
    return 0;
  }

  /** The last ones first: whom they are connected to is still there. */
  @Override
  public void close() {
    Collections.reverse(players);
    for (Player player : players) {
      try {
        player.close();
      } catch (RuntimeException e) {
        LOG.log(Level.DEBUG, "A connection could not be closed.", e);
      }
    }
    players.clear();
  }
}
