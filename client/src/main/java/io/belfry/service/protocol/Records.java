package io.belfry.service.protocol;

import static io.belfry.service.protocol.ContentForm.CONTENT;
import static io.belfry.service.protocol.Field.field;
import static io.belfry.service.protocol.Field.optional;
import static io.belfry.service.protocol.Forms.COUNT;
import static io.belfry.service.protocol.Forms.FILTER;
import static io.belfry.service.protocol.Forms.FLAG;
import static io.belfry.service.protocol.Forms.INSTANT;
import static io.belfry.service.protocol.Forms.LIMIT;
import static io.belfry.service.protocol.Forms.TEXT;
import static io.belfry.service.protocol.Forms.TOPIC;
import static io.belfry.service.protocol.Forms.byTopic;
import static io.belfry.service.protocol.Forms.listOf;
import static io.belfry.service.protocol.Forms.wordOf;

import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Heads;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.Mails;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Registration;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import io.belfry.service.Status;
import io.belfry.service.Subscribed;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import io.belfry.service.TopicSpec;

/** How each record looks in JSON. */
final class Records {

  static final Form<Cursor> CURSOR = TEXT.as(Cursor::parse, Cursor::toString);

  static final Form<Mode> MODE = wordOf(Mode.class);

  static final Shape<Selection> SELECTION = Shape.of(
      Selection::new,
      field("filter", FILTER, Selection::filter).or(new TopicFilter("#")),
      optional("after", TOPIC, Selection::after),
      field("limit", LIMIT, Selection::limit).or(Selection.MAX_LIMIT));

  static final Shape<TopicSpec> TOPIC_SPEC = Shape.of(
      TopicSpec::new,
      field("topic", TOPIC, TopicSpec::topic),
      field("mode", MODE, TopicSpec::mode).or(Mode.REPLACE),
      field("description", TEXT, TopicSpec::description).or(""));

  static final Shape<TopicInfo> TOPIC_INFO = Shape.of(
      TopicInfo::new,
      field("spec", TOPIC_SPEC, TopicInfo::spec),
      field("head", COUNT, TopicInfo::head),
      field("first", COUNT, TopicInfo::first),
      optional("changed", INSTANT, TopicInfo::changed),
      field("subscribers", COUNT, TopicInfo::subscribers),
      field("mailboxes", COUNT, TopicInfo::mailboxes));

  static final Shape<TopicList> TOPIC_LIST = Shape.of(
      TopicList::new,
      field("topics", listOf(TOPIC_INFO), TopicList::topics),
      field("hasMore", FLAG, TopicList::hasMore));

  static final Shape<Snapshot> SNAPSHOT = Shape.of(
      Snapshot::new,
      field("epoch", TEXT, Snapshot::epoch),
      field("topic", TOPIC, Snapshot::topic),
      field("mode", MODE, Snapshot::mode),
      field("seq", COUNT, Snapshot::seq),
      field("first", COUNT, Snapshot::first),
      field("content", CONTENT, Snapshot::content));

  static final Shape<Snapshots> SNAPSHOTS = Shape.of(
      Snapshots::new,
      field("epoch", TEXT, Snapshots::epoch),
      field("offset", COUNT, Snapshots::offset),
      field("snapshots", listOf(SNAPSHOT), Snapshots::snapshots),
      field("hasMore", FLAG, Snapshots::hasMore));

  static final Shape<Registration> REGISTRATION = Shape.of(
      Registration::new,
      field("subscriber", TOPIC, Registration::subscriber),
      field("filter", FILTER, Registration::filter),
      field("fence", COUNT, Registration::fence));

  static final Shape<Subscribed> SUBSCRIBED = Shape.of(
      Subscribed::new,
      field("registration", REGISTRATION, Subscribed::registration),
      field("isNew", FLAG, Subscribed::isNew),
      field("cursor", CURSOR, Subscribed::cursor),
      field("contents", SNAPSHOTS, Subscribed::contents));

  static final Shape<EmailRegistration> EMAIL_REGISTRATION = Shape.of(
      EmailRegistration::new,
      field("filter", FILTER, EmailRegistration::filter),
      field("address", TEXT, EmailRegistration::address),
      field("language", TEXT, EmailRegistration::language).or("en"));

  static final Shape<EmailRegistered> EMAIL_REGISTERED =
      Shape.of(EmailRegistered::new, field("mustConfirm", FLAG, EmailRegistered::mustConfirm));

  static final Shape<MailboxQuery> MAILBOX_QUERY = Shape.of(
      MailboxQuery::new,
      optional("state", wordOf(MailboxInfo.State.class), MailboxQuery::state),
      field("after", COUNT, MailboxQuery::after).or(0L),
      field("limit", LIMIT, MailboxQuery::limit).or(MailboxQuery.MAX_LIMIT));

  static final Shape<MailboxInfo.Failure> MAIL_FAILURE = Shape.of(
      MailboxInfo.Failure::new,
      field("through", COUNT, MailboxInfo.Failure::through),
      field("tries", LIMIT, MailboxInfo.Failure::tries),
      optional("nextTry", INSTANT, MailboxInfo.Failure::nextTry),
      field("reason", TEXT, MailboxInfo.Failure::reason));

  static final Shape<MailboxInfo> MAILBOX_INFO = Shape.of(
      MailboxInfo::new,
      field("id", COUNT, MailboxInfo::id),
      field("registration", EMAIL_REGISTRATION, MailboxInfo::registration),
      field("state", wordOf(MailboxInfo.State.class), MailboxInfo::state),
      field("position", COUNT, MailboxInfo::position),
      optional("failure", MAIL_FAILURE, MailboxInfo::failure));

  static final Shape<MailboxList> MAILBOX_LIST = Shape.of(
      MailboxList::new,
      field("mailboxes", listOf(MAILBOX_INFO), MailboxList::mailboxes),
      field("hasMore", FLAG, MailboxList::hasMore));

  static final Shape<Mails> MAILS = Shape.of(
      Mails::new,
      field("mailboxes", COUNT, Mails::mailboxes),
      field("waiting", COUNT, Mails::waiting),
      field("stopped", COUNT, Mails::stopped),
      field("trouble", TEXT, Mails::trouble));

  static final Shape<Publication> PUBLICATION = Shape.of(
      Publication::new,
      field("topic", TOPIC, Publication::topic),
      field("content", CONTENT, Publication::content),
      optional("key", TEXT, Publication::key));

  static final Shape<Published> PUBLISHED = Shape.of(
      Published::new,
      field("epoch", TEXT, Published::epoch),
      field("offset", COUNT, Published::offset),
      field("seq", COUNT, Published::seq),
      field("at", INSTANT, Published::at),
      field("isRepeat", FLAG, Published::isRepeat));

  static final Shape<Event> EVENT = Shape.of(
      Event::new,
      field("epoch", TEXT, Event::epoch),
      field("offset", COUNT, Event::offset),
      field("topic", TOPIC, Event::topic),
      field("seq", COUNT, Event::seq),
      field("at", INSTANT, Event::at),
      field("content", CONTENT, Event::content));

  static final Shape<Gap> GAP = Shape.of(
      Gap::new,
      field("reason", wordOf(Gap.Reason.class), Gap::reason),
      field("epoch", TEXT, Gap::epoch),
      optional("topic", TOPIC, Gap::topic),
      field("from", COUNT, Gap::from),
      field("to", COUNT, Gap::to));

  static final Shape<Replayed> REPLAYED = Shape.of(
      Replayed::new,
      field("epoch", TEXT, Replayed::epoch),
      field("events", listOf(EVENT), Replayed::events),
      field("gaps", listOf(GAP), Replayed::gaps),
      field("through", COUNT, Replayed::through),
      field("head", COUNT, Replayed::head));

  static final Shape<Heads> HEADS = Shape.of(
      Heads::new,
      field("epoch", TEXT, Heads::epoch),
      field("offset", COUNT, Heads::offset),
      field("heads", byTopic(COUNT), Heads::heads),
      field("hasMore", FLAG, Heads::hasMore));

  static final Shape<Status> STATUS = Shape.of(
      Status::new,
      field("server", TEXT, Status::server),
      field("version", TEXT, Status::version),
      field("since", INSTANT, Status::since),
      field("store", TEXT, Status::store),
      field("epoch", TEXT, Status::epoch),
      field("offset", COUNT, Status::offset),
      field("first", COUNT, Status::first),
      field("topics", COUNT, Status::topics),
      field("subscriptions", COUNT, Status::subscriptions),
      field("mails", MAILS, Status::mails),
      field("waiting", COUNT, Status::waiting),
      field("servers", listOf(TEXT), Status::servers));

  private Records() {}
}
