package io.belfry.service;

import io.belfry.message.Topic;
import java.util.Optional;

/**
 * Events that can't be had any more.
 *
 * @param reason why
 * @param epoch the log's epoch, from now on
 * @param topic of which topic; none if it is the whole log
 * @param from the seq of the first one that is missing, or 0 if that is not known
 * @param to the seq of the last one that is missing, or 0 if that is not known
 */
public record Gap(Reason reason, String epoch, Optional<Topic> topic, long from, long to) {

  /** Why events can't be had. */
  public enum Reason {
    /** They were older, or more, than what is kept. */
    EXPIRED,
    /** The log is another one now: numbers begin anew, or an older state was restored. */
    NEW_LOG
  }

  /**
   * What is kept no more.
   *
   * @param epoch the log's epoch
   * @param topic of which topic
   * @param from the seq of the first one that is missing, or 0 if that is not known
   * @param to the seq of the last one that is missing
   * @return the gap
   */
  public static Gap expired(String epoch, Topic topic, long from, long to) {
    return new Gap(Reason.EXPIRED, epoch, Optional.of(topic), from, to);
  }

  /**
   * Another log.
   *
   * @param epoch its epoch
   * @return the gap
   */
  public static Gap newLog(String epoch) {
    return new Gap(Reason.NEW_LOG, epoch, Optional.empty(), 0, 0);
  }
}
