package io.belfry.service.protocol;

import static io.belfry.service.protocol.Field.field;
import static io.belfry.service.protocol.Forms.COUNT;
import static io.belfry.service.protocol.Forms.FILTER;
import static io.belfry.service.protocol.Forms.LIMIT;
import static io.belfry.service.protocol.Forms.TEXT;
import static io.belfry.service.protocol.Forms.TOPIC;
import static io.belfry.service.protocol.Forms.wordOf;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Registration;
import io.belfry.service.Replay;
import io.belfry.service.Steering;
import java.util.function.Function;

/** Arguments and answers that have no record of their own in the service's contract. */
public final class Arguments {

  static final Shape<Nothing> NOTHING = Shape.of(new Nothing());

  static final Shape<Subscription> SUBSCRIPTION = Shape.of(
      Subscription::new,
      field("subscriber", TOPIC, Subscription::subscriber),
      field("filter", FILTER, Subscription::filter));

  static final Shape<Long> FENCE =
      Shape.of(Function.identity(), field("fence", COUNT, Function.identity()));

  static final Shape<Claim> CLAIM =
      Shape.of(Claim::new, field("registration", Records.REGISTRATION, Claim::registration));

  static final Shape<Progress> PROGRESS = Shape.of(
      Progress::new,
      field("registration", Records.REGISTRATION, Progress::registration),
      field("cursor", Records.CURSOR, Progress::cursor));

  static final Shape<Confirmation> CONFIRMATION =
      Shape.of(Confirmation::new, field("code", TEXT, Confirmation::code));

  static final Shape<Steer> STEER = Shape.of(
      Steer::new,
      field("id", COUNT, Steer::id),
      field("steering", wordOf(Steering.class), Steer::steering));

  static final Form<Replay> REPLAY = new ReplayForm(
      Shape.of(
          Replay.OfTopic::new,
          field("topic", TOPIC, Replay.OfTopic::topic),
          field("from", COUNT, Replay.OfTopic::from).or(1L),
          field("to", COUNT, Replay.OfTopic::to).or(Long.MAX_VALUE),
          field("limit", LIMIT, Replay.OfTopic::limit).or(Replay.MAX_LIMIT)),
      Shape.of(
          Replay.OfLog::new,
          field("filter", FILTER, Replay.OfLog::filter),
          field("epoch", TEXT, Replay.OfLog::epoch),
          field("after", COUNT, Replay.OfLog::after),
          field("limit", LIMIT, Replay.OfLog::limit).or(Replay.MAX_LIMIT)));

  private Arguments() {}

  /** No arguments, or an answer that says no more than that it was done. */
  public record Nothing() {}

  /**
   * A subscriber and its topics.
   *
   * @param subscriber its name
   * @param filter which topics
   */
  public record Subscription(Topic subscriber, TopicFilter filter) {}

  /**
   * A claim on a subscription.
   *
   * @param registration the claim
   */
  public record Claim(Registration registration) {}

  /**
   * How far a subscriber has got.
   *
   * @param registration its claim
   * @param cursor where it stands now
   */
  public record Progress(Registration registration, Cursor cursor) {}

  /**
   * What is to be done to a mailbox.
   *
   * @param id which one
   * @param steering what to do
   */
  public record Steer(long id, Steering steering) {}

  /**
   * What an address was sent.
   *
   * @param code the code
   */
  public record Confirmation(String code) {}
}
