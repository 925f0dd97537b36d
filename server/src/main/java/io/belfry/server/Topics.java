package io.belfry.server;

import io.belfry.message.Topic;
import io.belfry.server.access.Principal;
import io.belfry.server.log.EventLog;
import io.belfry.server.log.TopicState;
import io.belfry.server.log.TopicStates;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.server.subscription.Subscriptions;
import io.belfry.service.Selection;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import io.belfry.service.TopicSpec;
import java.util.List;

/** The catalogue: what the log knows of topics, and how many want them. */
final class Topics {

  private final EventLog log;
  private final Subscriptions subscriptions;
  private final Mailboxes mailboxes;

  Topics(EventLog log, Subscriptions subscriptions, Mailboxes mailboxes) {
    this.log = log;
    this.subscriptions = subscriptions;
    this.mailboxes = mailboxes;
  }

  /**
   * The topics that the asker may see; a page may so be shorter than it was asked for, but it is
   * not empty unless it is the last.
   */
  TopicList list(Selection selection, Principal asker) {
    Selection next = selection;
    while (true) {
      TopicStates page = log.topics(next);
      List<TopicInfo> seen = page.topics().stream()
          .filter(state -> asker.maySee(state.spec().topic()))
          .map(this::info)
          .toList();
      if (!seen.isEmpty() || !page.hasMore()) {
        return new TopicList(seen, page.hasMore());
      }
      next = next.after(page.topics().get(page.topics().size() - 1).spec().topic());
    }
  }

  TopicInfo create(TopicSpec spec) {
    return info(log.createTopic(spec));
  }

  private TopicInfo info(TopicState state) {
    Topic topic = state.spec().topic();
    return new TopicInfo(
        state.spec(),
        state.head(),
        state.first(),
        state.changed(),
        subscriptions.count(topic),
        mailboxes.count(topic));
  }
}
