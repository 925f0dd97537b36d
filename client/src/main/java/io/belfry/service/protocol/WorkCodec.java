package io.belfry.service.protocol;

import static io.belfry.service.protocol.ContentForm.CONTENT;
import static io.belfry.service.protocol.Field.field;
import static io.belfry.service.protocol.Field.optional;
import static io.belfry.service.protocol.Forms.COUNT;
import static io.belfry.service.protocol.Forms.FILTER;
import static io.belfry.service.protocol.Forms.INSTANT;
import static io.belfry.service.protocol.Forms.TEXT;
import static io.belfry.service.protocol.Forms.TOPIC;
import static io.belfry.service.protocol.Forms.listOf;
import static io.belfry.service.protocol.Forms.wordOf;

import io.belfry.message.Address;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Loss;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.Recipient;
import io.belfry.service.Content;
import io.belfry.service.ServiceException;
import java.time.Instant;
import java.util.Optional;

/** How work, and reports of it, travel to workers and back: JSON, as the protocol tells it. */
public final class WorkCodec {

  private static final Form<Recipient> RECIPIENT = Shape.of(
      Recipient::new,
      field("address", TEXT, Recipient::address),
      optional("leaveCode", TEXT, Recipient::leaveCode));

  private static final Form<Change> CHANGE = Shape.of(
      WorkCodec::change,
      field("topic", TOPIC, Change::topic),
      field("seq", COUNT, Change::seq),
      field("at", INSTANT, Change::at),
      field("content", CONTENT, change -> new Content(change.type(), change.content())));

  private static final Form<Loss> LOSS = Shape.of(
      Loss::new, field("topic", TOPIC, Loss::topic), field("through", COUNT, Loss::through));

  private static final Form<Changes> CHANGES = Shape.of(
      Changes::new,
      field("id", TEXT, Changes::id),
      field("language", TEXT, Changes::language),
      field("filter", FILTER, Changes::filter),
      field("recipients", listOf(RECIPIENT), Changes::recipients),
      field("changes", listOf(CHANGE), Changes::changes),
      field("losses", listOf(LOSS), Changes::losses));

  private static final Form<Confirmation> CONFIRMATION = Shape.of(
      Confirmation::new,
      field("id", TEXT, Confirmation::id),
      field("language", TEXT, Confirmation::language),
      field("filter", FILTER, Confirmation::filter),
      field("recipient", RECIPIENT, Confirmation::recipient),
      field("code", TEXT, Confirmation::code),
      field("until", INSTANT, Confirmation::until));

  private static final Form<Work> WORK = Shape.of(
      WorkCodec::work,
      field("id", TEXT, Work::id),
      field("replyTo", TEXT.as(Address::new, Address::name), Work::replyTo),
      field("until", INSTANT, Work::until),
      optional("changes", CHANGES, work -> as(Changes.class, work)),
      optional("confirmation", CONFIRMATION, work -> as(Confirmation.class, work)));

  private static final Form<Outcome> OUTCOME = Shape.of(
      Outcome::new,
      field("kind", wordOf(Outcome.Kind.class), Outcome::kind),
      field("reason", TEXT, Outcome::reason));

  private static final Form<WorkReport> REPORT = Shape.of(
      WorkReport::new,
      field("id", TEXT, WorkReport::id),
      field("outcomes", listOf(OUTCOME), WorkReport::outcomes));

  private WorkCodec() {}

  /**
   * Writes work.
   *
   * @param work the work
   * @param most how many bytes it may have
   * @return the bytes; none if there would be more
   */
  public static Optional<Payload> encode(Work work, int most) {
    return Json.write(WORK.toJson(work), most);
  }

  /**
   * Writes a report.
   *
   * @param report the report
   * @param most how many bytes it may have
   * @return the bytes; none if there would be more
   */
  public static Optional<Payload> encode(WorkReport report, int most) {
    return Json.write(REPORT.toJson(report), most);
  }

  /**
   * Reads work.
   *
   * @param payload the bytes
   * @return the work
   * @throws ServiceException with {@code BAD_REQUEST} and a sentence, if it is none
   */
  public static Work work(Payload payload) {
    return WORK.fromJson(Json.read(payload), Reading.ANSWER);
  }

  /**
   * Reads a report.
   *
   * @param payload the bytes
   * @return the report
   * @throws ServiceException with {@code BAD_REQUEST} and a sentence, if it is none
   */
  public static WorkReport report(Payload payload) {
    return REPORT.fromJson(Json.read(payload), Reading.ANSWER);
  }

  private static Change change(Topic topic, long seq, Instant at, Content content) {
    return new Change(topic, seq, at, content.type(), content.payload());
  }

  private static Work work(
      String id,
      Address replyTo,
      Instant until,
      Optional<Changes> changes,
      Optional<Confirmation> confirmation) {
    if (changes.isPresent() == confirmation.isPresent()) {
      throw new IllegalArgumentException("Work has either 'changes' or a 'confirmation'.");
    }
    Notice notice = changes.isPresent() ? changes.get() : confirmation.orElseThrow();
    return new Work(id, replyTo, until, notice);
  }

  private static <T extends Notice> Optional<T> as(Class<T> type, Work work) {
    return Optional.of(work.notice()).filter(type::isInstance).map(type::cast);
  }
}
