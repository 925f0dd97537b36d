package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.measure.ClosedLoop;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;
import io.belfry.benchmark.store.FreshStore;
import io.belfry.benchmark.store.Stores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * What a program would do by itself: insert an event, wait until it is on disk, insert the next.
 *
 * @param name what it is called
 * @param stores where to
 * @param connections how many do so at the same time
 */
record PlainLoop(String name, Stores stores, int connections) implements Candidate {

  @Override
  public Figures run(Plan plan) throws Exception {
    try (FreshStore store = stores.fresh()) {
      try (Connection connection = store.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(store.table());
      }
      Inserting inserting = new Inserting(store);
      Figures figures = ClosedLoop.measure(() -> inserting, connections, plan);
      long lost = inserting.inserted() - kept(store);
      return figures.and(new Figures(Map.of(), new Verdict(lost, 0, 0, 0)));
    }
  }

  private static long kept(FreshStore store) throws SQLException {
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM event")) {
      count.next();
      return count.getLong(1);
    }
  }
}
