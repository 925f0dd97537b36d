package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.service.Mode;
import io.belfry.service.TopicSpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A topic as it is stored. */
record TopicRow(
    long id,
    Topic topic,
    Mode mode,
    String description,
    long head,
    long headOffset,
    long changed,
    long first,
    long purgedOffset) {

  static final String SELECT =
      "SELECT id, name, mode, description, head, head_offset, changed, first, purged_offset"
          + " FROM topic";

  static TopicRow of(ResultSet row) throws SQLException {
    return new TopicRow(
        row.getLong(1),
        new Topic(row.getString(2)),
        Mode.valueOf(row.getString(3)),
        row.getString(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9));
  }

  boolean is(TopicSpec spec) {
    return mode == spec.mode() && description.equals(spec.description());
  }

  TopicState state() {
    return new TopicState(
        new TopicSpec(topic, mode, description),
        head,
        first,
        head == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(changed)));
  }
}
