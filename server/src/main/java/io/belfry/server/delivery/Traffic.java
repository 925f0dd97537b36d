package io.belfry.server.delivery;

import io.belfry.server.mailbox.MailCursor;
import java.util.List;

/** How much is under way. For one thread. */
final class Traffic {

  private final int[] ofShard = new int[MailCursor.SHARDS];
  private int notices;

  /**
   * A notice that is under way.
   *
   * @param boxes to whom
   * @param through up to which offset it tells
   * @param isTurn whether the first of them has had its turn in its lane, which is to be given back
   */
  record Parcel(List<Box> boxes, long through, boolean isTurn) {}

  int notices() {
    return notices;
  }

  boolean isIdle(int shard) {
    return ofShard[shard] == 0;
  }

  void begin(Parcel parcel) {
    notices++;
    for (Box box : parcel.boxes()) {
      box.isUnderWay = true;
      ofShard[box.shard]++;
    }
  }

  /** The notice has come back; its boxes are still being dealt with. */
  void arrived() {
    notices--;
  }

  void end(Box box) {
    box.isUnderWay = false;
    ofShard[box.shard]--;
  }
}
