package io.belfry.server;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Principal;
import io.belfry.server.access.Role;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Heads;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Registration;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshots;
import io.belfry.service.Start;
import io.belfry.service.Status;
import io.belfry.service.Steering;
import io.belfry.service.Subscribed;
import io.belfry.service.Token;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import io.belfry.service.TopicSpec;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The service in the process: who asks is checked, then the {@link Rooms} do it. */
final class LocalService implements NotificationService {

  private static final TopicFilter EVERYTHING = new TopicFilter("#");

  private final Rooms rooms;
  private final Optional<Token> token;

  LocalService(Rooms rooms, Optional<Token> token) {
    this.rooms = rooms;
    this.token = token;
  }

  @Override
  public NotificationService as(Token other) {
    return new LocalService(rooms, Optional.of(other));
  }

  @Override
  public CompletionStage<TopicList> topics(Selection selection) {
    return rooms.desk().ask("topics", () -> rooms.topics().list(selection, asker()));
  }

  @Override
  public CompletionStage<TopicInfo> createTopic(TopicSpec spec) {
    return rooms.desk().ask("create-topic", () -> {
      asker().require(Role.ADMINISTER, spec.topic());
      return rooms.topics().create(spec);
    });
  }

  @Override
  public CompletionStage<Snapshots> snapshot(Selection selection) {
    return rooms.desk().ask("snapshot", () -> {
      asker().require(Role.SUBSCRIBE, selection.filter());
      return rooms.log().snapshot(selection);
    });
  }

  @Override
  public CompletionStage<Long> drawFence() {
    return rooms.desk().ask("draw-fence", () -> {
      asker();
      return rooms.subscriptions().drawFence();
    });
  }

  @Override
  public CompletionStage<Subscribed> subscribe(Registration claim) {
    return rooms.desk().ask("subscribe", () -> {
      rooms.log().requireTopic(claim.filter());
      return rooms.subscriptions().subscribe(subscriber(claim.filter()), claim);
    });
  }

  @Override
  public CompletionStage<Void> advance(Registration registration, Cursor cursor) {
    return rooms.desk().ask("advance", () -> {
      rooms.subscriptions().advance(subscriber(registration.filter()), registration, cursor);
      return null;
    });
  }

  @Override
  public CompletionStage<Void> unsubscribe(Topic subscriber, TopicFilter filter) {
    return rooms.desk().ask("unsubscribe", () -> {
      rooms.subscriptions().unsubscribe(subscriber(filter), subscriber, filter);
      return null;
    });
  }

  @Override
  public CompletionStage<EmailRegistered> registerEmail(EmailRegistration registration) {
    return rooms.desk().ask("register-email", () -> {
      asker().require(Role.SUBSCRIBE, registration.filter());
      rooms.log().requireTopic(registration.filter());
      return rooms.mailboxes().register(registration, asker().name());
    });
  }

  /** Asks for no token: whoever has the code has read the mail. */
  @Override
  public CompletionStage<EmailRegistration> confirmEmail(String code) {
    return rooms.desk().ask("confirm-email", () -> rooms.mailboxes().confirm(code));
  }

  /** Asks for no token either. */
  @Override
  public CompletionStage<EmailRegistration> unregisterEmail(String code) {
    return rooms.desk().ask("unregister-email", () -> rooms.mailboxes().unregister(code));
  }

  @Override
  public CompletionStage<MailboxList> mailboxes(MailboxQuery query) {
    return rooms.desk().ask("mailboxes", () -> {
      asker().require(Role.ADMINISTER, EVERYTHING);
      return rooms.mailboxes().list(query);
    });
  }

  @Override
  public CompletionStage<Void> steerMailbox(long id, Steering steering) {
    return rooms.desk().ask("steer-mailbox", () -> {
      asker().require(Role.ADMINISTER, EVERYTHING);
      rooms.mailboxes().steer(id, steering);
      return null;
    });
  }

  @Override
  public CompletionStage<Published> publish(Publication publication) {
    try {
      asker().require(Role.PUBLISH, publication.topic());
    } catch (ServiceException e) {
      rooms.meters().refused(e.code());
      return e.asStage();
    }
    return rooms.log().append(publication);
  }

  @Override
  public CompletionStage<Replayed> replay(Replay query) {
    return rooms.desk().ask("replay", () -> {
      asker().require(Role.SUBSCRIBE, filterOf(query));
      return rooms.log().replay(query);
    });
  }

  @Override
  public CompletionStage<Heads> heads(Selection selection) {
    return rooms.desk().ask("heads", () -> {
      asker().require(Role.SUBSCRIBE, selection.filter());
      return rooms.log().heads(selection);
    });
  }

  @Override
  public CompletionStage<Status> status() {
    return rooms.desk().ask("status", () -> {
      asker();
      return rooms.status().get();
    });
  }

  @Override
  public Listening listen(TopicFilter filter, Start start, Listener listener) {
    try {
      asker().require(Role.SUBSCRIBE, filter);
    } catch (ServiceException e) {
      return new RefusedListening(e);
    }
    return rooms.listen(asker(), filter, start, listener);
  }

  private Principal asker() {
    return rooms.access().of(token);
  }

  private Principal subscriber(TopicFilter filter) {
    Principal asker = asker();
    asker.require(Role.SUBSCRIBE, filter);
    return asker;
  }

  private static TopicFilter filterOf(Replay query) {
    if (query instanceof Replay.OfTopic ofTopic) {
      return TopicFilter.exactly(ofTopic.topic());
    }
    return ((Replay.OfLog) query).filter();
  }
}
