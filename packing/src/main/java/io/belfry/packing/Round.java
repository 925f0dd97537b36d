package io.belfry.packing;

import io.belfry.packing.form.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * One pack of questions, as a service goes through it. What is answered meanwhile waits for the
 * end, which takes no time, unless a handler does: then what is there goes its own way, as does
 * whatever comes after the end.
 */
final class Round {

  private static final int MOST_BYTES = 65_536;

  private final String asker;
  private final Replies replies;
  private final List<Answer> gathered = new ArrayList<>();
  private int bytes;
  private boolean isOver;

  Round(String asker, Replies replies) {
    this.asker = asker;
    this.replies = replies;
  }

  void bring(Answer answer) {
    synchronized (this) {
      bytes += answer.size();
      if (!isOver && bytes <= MOST_BYTES && replies.hasRoomFor(bytes)) {
        gathered.add(answer);
        return;
      }
    }
    replies.send(asker, answer);
  }

  /** What goes with the reply. */
  synchronized List<Answer> end() {
    isOver = true;
    return List.copyOf(gathered);
  }

  /** The end is far: nobody waits for it. */
  void hurry() {
    List<Answer> early;
    synchronized (this) {
      early = List.copyOf(gathered);
      gathered.clear();
      isOver = true;
    }
    early.forEach(answer -> replies.send(asker, answer));
  }
}
