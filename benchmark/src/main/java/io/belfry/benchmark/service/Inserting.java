package io.belfry.benchmark.service;

import io.belfry.benchmark.store.FreshStore;
import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.Sequence;
import io.belfry.service.Content;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Inserts, each committed by itself, on one connection for each slot. */
final class Inserting implements Asker {

  private static final String INSERT =
      "INSERT INTO event (topic, seq, at, type, content) VALUES (?, ?, ?, ?, ?)";

  private final FreshStore store;
  private final AtomicLong inserted = new AtomicLong();

  Inserting(FreshStore store) {
    this.store = store;
  }

  long inserted() {
    return inserted.get();
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    List<Thread> threads = new ArrayList<>();
    for (int slot = 0; slot < outstanding; slot++) {
      int own = slot;
      threads.add(new Thread(() -> insertAll(own, dialogue), "inserter-" + slot));
    }
    threads.forEach(Thread::start);
    threads.forEach(Inserting::join);
  }

  private void insertAll(int slot, Dialogue dialogue) {
    try (Connection connection = store.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      byte[] payload;
      long seq = 0;
      do {
        payload = dialogue.question(slot);
        insert(insert, slot, ++seq, payload);
        inserted.getAndIncrement();
      } while (dialogue.answered(slot, Sequence.of(payload, 0), payload.length));
    } catch (SQLException e) {
      dialogue.failed(e);
    }
  }

  /** A statement of its own is a transaction of its own, with one trip to the database. */
  private static void insert(PreparedStatement insert, int topic, long seq, byte[] payload)
      throws SQLException {
    insert.setLong(1, topic);
    insert.setLong(2, seq);
    insert.setLong(3, System.currentTimeMillis());
    insert.setString(4, Content.TEXT);
    insert.setBytes(5, payload);
    insert.executeUpdate();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    // Each connection was closed by its thread.
  }
}
