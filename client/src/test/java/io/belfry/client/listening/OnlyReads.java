package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Selection;
import io.belfry.service.Start;
import io.belfry.service.Status;
import io.belfry.service.Steering;
import io.belfry.service.Token;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import io.belfry.service.TopicSpec;
import java.util.concurrent.CompletionStage;

/** A service that refuses what a listening has no business to ask. */
abstract class OnlyReads implements NotificationService {

  @Override
  public NotificationService as(Token token) {
    throw refused();
  }

  @Override
  public CompletionStage<TopicList> topics(Selection selection) {
    throw refused();
  }

  @Override
  public CompletionStage<TopicInfo> createTopic(TopicSpec spec) {
    throw refused();
  }

  @Override
  public CompletionStage<Void> unsubscribe(Topic subscriber, TopicFilter filter) {
    throw refused();
  }

  @Override
  public CompletionStage<EmailRegistered> registerEmail(EmailRegistration registration) {
    throw refused();
  }

  @Override
  public CompletionStage<EmailRegistration> confirmEmail(String code) {
    throw refused();
  }

  @Override
  public CompletionStage<EmailRegistration> unregisterEmail(String code) {
    throw refused();
  }

  @Override
  public CompletionStage<MailboxList> mailboxes(MailboxQuery query) {
    throw refused();
  }

  @Override
  public CompletionStage<Void> steerMailbox(long id, Steering steering) {
    throw refused();
  }

  @Override
  public CompletionStage<Published> publish(Publication publication) {
    throw refused();
  }

  @Override
  public CompletionStage<Status> status() {
    throw refused();
  }

  @Override
  public Listening listen(TopicFilter filter, Start start, Listener listener) {
    throw refused();
  }

  private static AssertionError refused() {
    return new AssertionError("A listening does not ask that.");
  }
}
