package io.belfry.service.protocol;

import static io.belfry.service.protocol.Arguments.CLAIM;
import static io.belfry.service.protocol.Arguments.CONFIRMATION;
import static io.belfry.service.protocol.Arguments.FENCE;
import static io.belfry.service.protocol.Arguments.NOTHING;
import static io.belfry.service.protocol.Arguments.PROGRESS;
import static io.belfry.service.protocol.Arguments.REPLAY;
import static io.belfry.service.protocol.Arguments.STEER;
import static io.belfry.service.protocol.Arguments.SUBSCRIPTION;
import static io.belfry.service.protocol.Effect.CHANGES;
import static io.belfry.service.protocol.Effect.CHANGES_ONCE;
import static io.belfry.service.protocol.Effect.READS;
import static io.belfry.service.protocol.Records.EMAIL_REGISTERED;
import static io.belfry.service.protocol.Records.EMAIL_REGISTRATION;
import static io.belfry.service.protocol.Records.HEADS;
import static io.belfry.service.protocol.Records.MAILBOX_LIST;
import static io.belfry.service.protocol.Records.MAILBOX_QUERY;
import static io.belfry.service.protocol.Records.PUBLICATION;
import static io.belfry.service.protocol.Records.PUBLISHED;
import static io.belfry.service.protocol.Records.REPLAYED;
import static io.belfry.service.protocol.Records.SELECTION;
import static io.belfry.service.protocol.Records.SNAPSHOTS;
import static io.belfry.service.protocol.Records.STATUS;
import static io.belfry.service.protocol.Records.SUBSCRIBED;
import static io.belfry.service.protocol.Records.TOPIC_INFO;
import static io.belfry.service.protocol.Records.TOPIC_LIST;
import static io.belfry.service.protocol.Records.TOPIC_SPEC;

import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Heads;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.Snapshots;
import io.belfry.service.Status;
import io.belfry.service.Subscribed;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import io.belfry.service.TopicSpec;
import io.belfry.service.protocol.Arguments.Claim;
import io.belfry.service.protocol.Arguments.Confirmation;
import io.belfry.service.protocol.Arguments.Nothing;
import io.belfry.service.protocol.Arguments.Progress;
import io.belfry.service.protocol.Arguments.Steer;
import io.belfry.service.protocol.Arguments.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole protocol: each operation with its name, its effect, the form of its arguments, the form
 * of its answer, and what it calls. Both sides work from this table.
 */
public final class Operations {

  /** Lists topics. */
  public static final Operation<Selection, TopicList> TOPICS =
      operation("topics", READS, SELECTION, TOPIC_LIST, NotificationService::topics, Pages.TOPICS);

  /** Creates a topic. */
  public static final Operation<TopicSpec, TopicInfo> CREATE_TOPIC = operation(
      "create-topic", CHANGES_ONCE, TOPIC_SPEC, TOPIC_INFO, NotificationService::createTopic);

  /** The current content of topics. */
  public static final Operation<Selection, Snapshots> SNAPSHOT = operation(
      "snapshot", READS, SELECTION, SNAPSHOTS, NotificationService::snapshot, Pages.SNAPSHOTS);

  /** Draws a fence. What is drawn in vain changes nothing for anybody. */
  public static final Operation<Nothing, Long> DRAW_FENCE =
      operation("draw-fence", READS, NOTHING, FENCE, (service, nothing) -> service.drawFence());

  /** Registers a subscriber. */
  public static final Operation<Claim, Subscribed> SUBSCRIBE = operation(
      "subscribe",
      CHANGES_ONCE,
      CLAIM,
      SUBSCRIBED,
      (service, claim) -> service.subscribe(claim.registration()),
      Pages.SUBSCRIBED);

  /** Remembers how far a subscriber has got. */
  public static final Operation<Progress, Nothing> ADVANCE = operation(
      "advance",
      CHANGES,
      PROGRESS,
      NOTHING,
      (service, how) -> done(service.advance(how.registration(), how.cursor())));

  /** Cancels a subscription. */
  public static final Operation<Subscription, Nothing> UNSUBSCRIBE = operation(
      "unsubscribe",
      CHANGES,
      SUBSCRIPTION,
      NOTHING,
      (service, who) -> done(service.unsubscribe(who.subscriber(), who.filter())));

  /** Asks for mails. */
  public static final Operation<EmailRegistration, EmailRegistered> REGISTER_EMAIL = operation(
      "register-email",
      CHANGES,
      EMAIL_REGISTRATION,
      EMAIL_REGISTERED,
      NotificationService::registerEmail);

  /** Confirms an address. */
  public static final Operation<Confirmation, EmailRegistration> CONFIRM_EMAIL = operation(
      "confirm-email",
      CHANGES,
      CONFIRMATION,
      EMAIL_REGISTRATION,
      (service, confirmation) -> service.confirmEmail(confirmation.code()));

  /** Ends the registration of an address. */
  public static final Operation<Confirmation, EmailRegistration> UNREGISTER_EMAIL = operation(
      "unregister-email",
      CHANGES,
      CONFIRMATION,
      EMAIL_REGISTRATION,
      (service, confirmation) -> service.unregisterEmail(confirmation.code()));

  /** Lists registered mailboxes. */
  public static final Operation<MailboxQuery, MailboxList> LIST_MAILBOXES = operation(
      "mailboxes",
      READS,
      MAILBOX_QUERY,
      MAILBOX_LIST,
      NotificationService::mailboxes,
      Pages.MAILBOXES);

  /** Does something to a mailbox by hand. */
  public static final Operation<Steer, Nothing> STEER_MAILBOX = operation(
      "steer-mailbox",
      CHANGES,
      STEER,
      NOTHING,
      (service, what) -> done(service.steerMailbox(what.id(), what.steering())));

  /** Appends an event; what has a key does so once. */
  public static final Operation<Publication, Published> PUBLISH =
      operation("publish", CHANGES, PUBLICATION, PUBLISHED, NotificationService::publish);

  /** Brings events of the past. */
  public static final Operation<Replay, Replayed> REPLAY_EVENTS =
      operation("replay", READS, REPLAY, REPLAYED, NotificationService::replay, Pages.REPLAYED);

  /** Where topics stand. */
  public static final Operation<Selection, Heads> HEADS_OF_TOPICS =
      operation("heads", READS, SELECTION, HEADS, NotificationService::heads, Pages.HEADS);

  /** How the service is. */
  public static final Operation<Nothing, Status> STATUS_OF_SERVICE =
      operation("status", READS, NOTHING, STATUS, (service, nothing) -> service.status());

  /** All operations, in the order of the document. */
  public static final List<Operation<?, ?>> ALL = List.of(
      TOPICS,
      CREATE_TOPIC,
      SNAPSHOT,
      DRAW_FENCE,
      SUBSCRIBE,
      ADVANCE,
      UNSUBSCRIBE,
      REGISTER_EMAIL,
      CONFIRM_EMAIL,
      UNREGISTER_EMAIL,
      LIST_MAILBOXES,
      STEER_MAILBOX,
      PUBLISH,
      REPLAY_EVENTS,
      HEADS_OF_TOPICS,
      STATUS_OF_SERVICE);

  static final Map<String, Operation<?, ?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));

  private Operations() {}

  private static <A, R> Operation<A, R> operation(
      String name,
      Effect effect,
      Form<A> arguments,
      Form<R> answer,
      BiFunction<NotificationService, A, CompletionStage<R>> call) {
    return new Operation<>(name, effect, arguments, answer, call, Shrinking.none());
  }

  private static <A, R> Operation<A, R> operation(
      String name,
      Effect effect,
      Form<A> arguments,
      Form<R> answer,
      BiFunction<NotificationService, A, CompletionStage<R>> call,
      Shrinking<A, R> shrinking) {
    return new Operation<>(name, effect, arguments, answer, call, shrinking);
  }

  private static CompletionStage<Nothing> done(CompletionStage<Void> stage) {
    return stage.thenApply(nothing -> new Nothing());
  }
}
