package io.belfry.service.protocol;

import static io.belfry.service.protocol.Shrinking.cutting;

import io.belfry.message.Topic;
import io.belfry.service.Heads;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.NotificationService;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.Snapshots;
import io.belfry.service.Subscribed;
import io.belfry.service.TopicList;
import io.belfry.service.protocol.Arguments.Claim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the pages of the answers are made smaller. */
final class Pages {

  static final Shrinking<Selection, TopicList> TOPICS = cutting(
      page -> page.topics().size(),
      1,
      (page, most) -> new TopicList(page.topics().subList(0, most), true));

  static final Shrinking<Selection, Snapshots> SNAPSHOTS =
      cutting(page -> page.snapshots().size(), 1, Pages::first);

  /** Its page may be empty: the subscription must not fail for what can be asked for later. */
  static final Shrinking<Claim, Subscribed> SUBSCRIBED = cutting(
      answer -> answer.contents().snapshots().size(),
      0,
      (answer, most) -> new Subscribed(
          answer.registration(), answer.isNew(), answer.cursor(), first(answer.contents(), most)));

  static final Shrinking<Selection, Heads> HEADS =
      cutting(page -> page.heads().size(), 1, Pages::first);

  static final Shrinking<Replay, Replayed> REPLAYED =
      Shrinking.askingAgain(Pages::half, NotificationService::replay);

  static final Shrinking<MailboxQuery, MailboxList> MAILBOXES = cutting(
      page -> page.mailboxes().size(),
      1,
      (page, most) -> new MailboxList(page.mailboxes().subList(0, most), true));

  private Pages() {}

  private static Snapshots first(Snapshots page, int most) {
    return new Snapshots(page.epoch(), page.offset(), page.snapshots().subList(0, most), true);
  }

  private static Heads first(Heads page, int most) {
    Map<Topic, Long> heads = new LinkedHashMap<>();
    page.heads().entrySet().stream()
        .limit(most)
        .forEach(head -> heads.put(head.getKey(), head.getValue()));
    return new Heads(page.epoch(), page.offset(), heads, true);
  }

  private static Optional<Replay> half(Replay asked, Replayed answer) {
    int items = answer.events().size() + answer.gaps().size();
    int less = Math.max(1, Math.min(asked.limit(), items) / 2);
    return asked.limit() == 1 ? Optional.empty() : Optional.of(asked.limitedTo(less));
  }
}
