package io.belfry.service.protocol;

import io.belfry.message.Payload;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshot;

/** What a listener is told, as JSON: in the same forms in which answers have it. */
public final class TellingCodec {

  private TellingCodec() {}

  /**
   * Writes an event.
   *
   * @param event the event
   * @return JSON, in one line
   */
  public static Payload encode(Event event) {
    return write(Records.EVENT.toJson(event));
  }

  /**
   * Writes a content.
   *
   * @param snapshot the content
   * @return JSON, in one line
   */
  public static Payload encode(Snapshot snapshot) {
    return write(Records.SNAPSHOT.toJson(snapshot));
  }

  /**
   * Writes a gap.
   *
   * @param gap the gap
   * @return JSON, in one line
   */
  public static Payload encode(Gap gap) {
    return write(Records.GAP.toJson(gap));
  }

  /**
   * Writes a failure, as the field {@code error} of a reply has it.
   *
   * @param failure the failure
   * @return JSON, in one line
   */
  public static Payload encode(ServiceException failure) {
    return write(Failure.FAILURE.toJson(Failure.of(failure)));
  }

  private static Payload write(Object tree) {
    return Json.write(tree, Integer.MAX_VALUE).orElseThrow();
  }
}
