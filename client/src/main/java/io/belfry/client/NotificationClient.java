package io.belfry.client;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
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
import io.belfry.service.protocol.Arguments.Claim;
import io.belfry.service.protocol.Arguments.Confirmation;
import io.belfry.service.protocol.Arguments.Nothing;
import io.belfry.service.protocol.Arguments.Progress;
import io.belfry.service.protocol.Arguments.Steer;
import io.belfry.service.protocol.Arguments.Subscription;
import io.belfry.service.protocol.Effect;
import io.belfry.service.protocol.Operation;
import io.belfry.service.protocol.Operations;
import io.belfry.service.protocol.Protocol;
import io.belfry.transport.Transport;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The notification service, asked over a transport.
 *
 * <p>What fails in passing is tried again while the client's patience lasts: always if nothing was
 * done, and if that is not known where it does no harm, which goes for all that reads, for creating
 * a topic, and for publishing: a publication without a key is given one. A failure tells the truth
 * over all tries: {@code UNAVAILABLE} and {@code BUSY} mean that none of them did anything.
 *
 * <p>The transport stays the caller's. Close the client first, and then the transport.
 */
public final class NotificationClient implements NotificationService, AutoCloseable {

  private final Core core;
  private final Asker asker;
  private final Headers headers;
  private final String keys = UUID.randomUUID().toString();
  private final AtomicLong nextKey = new AtomicLong();

  /**
   * Makes a client with the usual options.
   *
   * @param transport an open transport
   */
  public NotificationClient(Transport transport) {
    this(transport, ClientOptions.DEFAULTS);
  }

  /**
   * Makes a client.
   *
   * @param transport an open transport
   * @param options how long to wait and how often to try
   */
  public NotificationClient(Transport transport, ClientOptions options) {
    this(new Core(transport, options), Headers.NONE);
  }

  private NotificationClient(Core core, Headers headers) {
    this(core, core.patient(), headers);
  }

  private NotificationClient(Core core, Asker asker, Headers headers) {
    this.core = core;
    this.asker = asker;
    this.headers = headers;
  }

  @Override
  public NotificationClient as(Token token) {
    String value = "Bearer " + token.secret();
    return new NotificationClient(core, asker, Headers.of(Protocol.AUTHORIZATION, value));
  }

  @Override
  public CompletionStage<TopicList> topics(Selection selection) {
    return ask(Operations.TOPICS, selection);
  }

  @Override
  public CompletionStage<TopicInfo> createTopic(TopicSpec spec) {
    return ask(Operations.CREATE_TOPIC, spec);
  }

  @Override
  public CompletionStage<Snapshots> snapshot(Selection selection) {
    return ask(Operations.SNAPSHOT, selection);
  }

  @Override
  public CompletionStage<Long> drawFence() {
    return ask(Operations.DRAW_FENCE, new Nothing());
  }

  @Override
  public CompletionStage<Subscribed> subscribe(Registration claim) {
    return ask(Operations.SUBSCRIBE, new Claim(claim));
  }

  @Override
  public CompletionStage<Void> advance(Registration registration, Cursor cursor) {
    return tell(Operations.ADVANCE, new Progress(registration, cursor));
  }

  @Override
  public CompletionStage<Void> unsubscribe(Topic subscriber, TopicFilter filter) {
    return tell(Operations.UNSUBSCRIBE, new Subscription(subscriber, filter));
  }

  @Override
  public CompletionStage<EmailRegistered> registerEmail(EmailRegistration registration) {
    return ask(Operations.REGISTER_EMAIL, registration);
  }

  @Override
  public CompletionStage<EmailRegistration> confirmEmail(String code) {
    return ask(Operations.CONFIRM_EMAIL, new Confirmation(code));
  }

  @Override
  public CompletionStage<EmailRegistration> unregisterEmail(String code) {
    return ask(Operations.UNREGISTER_EMAIL, new Confirmation(code));
  }

  @Override
  public CompletionStage<MailboxList> mailboxes(MailboxQuery query) {
    return ask(Operations.LIST_MAILBOXES, query);
  }

  @Override
  public CompletionStage<Void> steerMailbox(long id, Steering steering) {
    return tell(Operations.STEER_MAILBOX, new Steer(id, steering));
  }

  @Override
  public CompletionStage<Published> publish(Publication publication) {
    Operation<Publication, Published> publish = Operations.PUBLISH;
    if (publication.key().isPresent()) {
      return ask(publish, publication, Effect.CHANGES_ONCE, publish::answer);
    }
    if (!asker.options().hasRetries()) {
      return ask(publish, publication);
    }
    // To its publisher it is no repeat: there was no other publication with this key.
    Publication keyed = publication.withKey(keys + "-" + nextKey.getAndIncrement());
    return ask(publish, keyed, Effect.CHANGES_ONCE, reply -> asFirst(publish.answer(reply)));
  }

  @Override
  public CompletionStage<Replayed> replay(Replay query) {
    return ask(Operations.REPLAY_EVENTS, query);
  }

  @Override
  public CompletionStage<Heads> heads(Selection selection) {
    return ask(Operations.HEADS_OF_TOPICS, selection);
  }

  @Override
  public CompletionStage<Status> status() {
    return ask(Operations.STATUS_OF_SERVICE, new Nothing());
  }

  @Override
  public Listening listen(TopicFilter filter, Start start, Listener listener) {
    NotificationClient requests = new NotificationClient(core, core.curt(), headers);
    return core.listenings(requests).listen(requests, filter, start, listener);
  }

  /**
   * Ends the listenings, and the requests that wait for an answer, also those of the views that
   * {@link #as} has made.
   *
   * <p>Blocking: until listeners have returned, for a bounded time each. Failure: none is thrown.
   */
  @Override
  public void close() {
    core.close();
  }

  private static Published asFirst(Published published) {
    return new Published(
        published.epoch(), published.offset(), published.seq(), published.at(), false);
  }

  private <A, R> CompletionStage<R> ask(Operation<A, R> operation, A arguments) {
    return ask(operation, arguments, operation.effect(), operation::answer);
  }

  private <A> CompletionStage<Void> tell(Operation<A, Nothing> operation, A arguments) {
    return ask(operation, arguments, operation.effect(), reply -> {
      operation.answer(reply);
      return null;
    });
  }

  private <A, R> CompletionStage<R> ask(
      Operation<A, ?> operation, A arguments, Effect effect, Function<Message, R> answer) {
    try {
      Message request = operation.request(arguments, headers, asker.maxPayload());
      return asker.ask(new Question<>(request, effect, answer));
    } catch (ServiceException e) {
      return e.asStage();
    }
  }
}
