package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.BreakdownException;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** A started connection of its own, as in a process of its own. */
final class Line implements AutoCloseable {

  private final Connection connection;

  private Line(Connection connection) {
    this.connection = connection;
  }

  static Line open(ConnectionFactory factory, Access access) {
    try {
      Connection connection =
          factory.createConnection(access.user().orElse(null), access.password().orElse(null));
      connection.start();
      return new Line(connection);
    } catch (JMSException e) {
      throw new BreakdownException(
          "The broker at " + access.shownUrl() + " can't be reached: " + e.getMessage());
    }
  }

  /** A session, which is used by one thread at a time, or by its listener. */
  Session session(int acknowledgement) {
    return Checked.get(() -> connection.createSession(false, acknowledgement));
  }

  /** Ends the sessions, too. */
  @Override
  public void close() {
    Checked.run(connection::close);
  }
}
