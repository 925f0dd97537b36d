package io.belfry.server.log;

import io.belfry.message.Payload;
import io.belfry.service.Content;
import io.belfry.service.Snapshot;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * The content of a topic to which events are appended: the newest events whole, as many as there is
 * room for.
 *
 * @param parts the contents, by rising seq
 * @param size how many bytes they are with line feeds between them
 */
record Appended(ArrayDeque<Content> parts, int size) {

  private static final int FETCH = 100;
  private static final byte LINE_FEED = '\n';

  /** The topic has at least one event. */
  static Appended read(Handle handle, TopicRow topic, int maxBytes) {
    ArrayDeque<Content> parts = new ArrayDeque<>();
    int size = -1;
    try (ResultIterator<Content> newest = newest(handle, topic)) {
      while (newest.hasNext()) {
        Content next = newest.next();
        int larger = size + 1 + next.payload().size();
        if (larger > maxBytes && !parts.isEmpty()) {
          break;
        }
        parts.addFirst(next);
        size = larger;
      }
    }
    return new Appended(parts, size);
  }

  Snapshot snapshot(String epoch, TopicRow topic) {
    return new Snapshot(
        epoch,
        topic.topic(),
        topic.mode(),
        topic.head(),
        topic.head() - parts.size() + 1,
        new Content(parts.getLast().type(), joined()));
  }

  private Payload joined() {
    byte[] whole = new byte[size];
    int at = 0;
    for (Iterator<Content> rest = parts.iterator(); rest.hasNext(); ) {
      Payload part = rest.next().payload();
      part.copyTo(whole, at);
      at += part.size();
      if (rest.hasNext()) {
        whole[at] = LINE_FEED;
        at++;
      }
    }
    return Payload.wrap(whole, 0, size);
  }

  private static ResultIterator<Content> newest(Handle handle, TopicRow topic) {
    return handle
        .createQuery(
            "SELECT type, content FROM event WHERE topic = ? AND seq >= ? ORDER BY seq DESC")
        .bind(0, topic.id())
        .bind(1, topic.first())
        .setFetchSize(FETCH)
        .map((row, context) -> EventRows.content(row, 1))
        .iterator();
  }
}
