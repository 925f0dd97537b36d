package io.belfry.service;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.concurrent.CompletionStage;

/**
 * Topics with content, and a log of all that was published on them. An event has a {@code seq},
 * gapless for its topic from 1 on, and an {@code offset}, its place among all events; both belong
 * to the log's {@code epoch}.
 *
 * <p>Safe for any thread. No operation blocks. Each fails through its stage, with a
 * {@link ServiceException} whose code says what to do; only arguments that can't be made into a
 * request are refused at once. Continuations may take their time.
 */
public interface NotificationService {

  /**
   * This service, asked in another's name.
   *
   * @param token shows who asks
   * @return a view of the same service; nothing is checked before it is asked
   */
  NotificationService as(Token token);

  /**
   * Lists topics, in the order of their names.
   *
   * @param selection which ones, and how many at most
   * @return the topics that the asker may see
   */
  CompletionStage<TopicList> topics(Selection selection);

  /**
   * Creates a topic. Creating it again, the same in all, changes nothing and succeeds.
   *
   * @param spec what it is
   * @return the topic; fails with {@code TOPIC_EXISTS} if it differs from the one that there is
   */
  CompletionStage<TopicInfo> createTopic(TopicSpec spec);

  /**
   * The current content of topics, in the order of their names.
   *
   * @param selection which ones, and how many at most
   * @return the contents; fails with {@code UNKNOWN_TOPIC} if the filter has no wildcard and there
   *     is no such topic
   */
  CompletionStage<Snapshots> snapshot(Selection selection);

  /**
   * Draws a fence, for a claim. One that is never used does no harm.
   *
   * @return a number higher than all that were drawn before
   */
  CompletionStage<Long> drawFence();

  /**
   * Registers a subscriber for topics, or takes a registration over: whoever held it before is
   * refused from then on. What a registration has not got yet is kept for it, within the limits of
   * retention.
   *
   * <p>The higher fence wins, whichever comes first: so a claim may be made again when no answer
   * came, and one that is late takes nothing from who has claimed since.
   *
   * @param claim the subscriber, a name of the asker's choice, for which the rule is that of a
   *     topic's name; which topics; and what {@link #drawFence} has answered
   * @return where the subscriber stands, and the current contents; fails with {@code FENCED} if
   *     there is a claim with a higher fence
   */
  CompletionStage<Subscribed> subscribe(Registration claim);

  /**
   * Registers a subscriber for topics, or takes a registration over, with a fence drawn for it.
   *
   * @param subscriber a name of the asker's choice; the rule is that of a topic's name
   * @param filter which topics
   * @return where the subscriber stands, and the current contents
   */
  default CompletionStage<Subscribed> subscribe(Topic subscriber, TopicFilter filter) {
    return drawFence().thenCompose(fence -> subscribe(new Registration(subscriber, filter, fence)));
  }

  /**
   * Remembers how far a subscriber has got.
   *
   * @param registration what {@link #subscribe} has answered
   * @param cursor where it stands now
   * @return nothing; fails with {@code FENCED} if another has taken over, or
   *     {@code UNKNOWN_SUBSCRIPTION} if it has been cancelled
   */
  CompletionStage<Void> advance(Registration registration, Cursor cursor);

  /**
   * Cancels a subscription. Cancelling it again changes nothing and succeeds.
   *
   * @param subscriber the name that was given
   * @param filter the filter that was given
   * @return nothing
   */
  CompletionStage<Void> unsubscribe(Topic subscriber, TopicFilter filter);

  /**
   * Asks for a mail to an address whenever topics change. The answer is the same whether or not the
   * address was known.
   *
   * @param registration which topics, and where to
   * @return whether the address must be confirmed first
   */
  CompletionStage<EmailRegistered> registerEmail(EmailRegistration registration);

  /**
   * Confirms an address.
   *
   * @param code what the address was sent
   * @return the registration; fails with {@code INVALID_CODE} if the code is wrong or too old
   */
  CompletionStage<EmailRegistration> confirmEmail(String code);

  /**
   * Ends the registration of an address.
   *
   * @param code what every mail to it has
   * @return the registration that has ended; fails with {@code INVALID_CODE} if the code is wrong,
   *     as it is once the registration has ended
   */
  CompletionStage<EmailRegistration> unregisterEmail(String code);

  /**
   * Lists registered mailboxes, in the order of their ids.
   *
   * @param query which ones, and how many at most
   * @return the mailboxes, and how delivery to them goes
   */
  CompletionStage<MailboxList> mailboxes(MailboxQuery query);

  /**
   * Does something to a mailbox by hand.
   *
   * @param id which one
   * @param steering what to do
   * @return nothing; fails with {@code UNKNOWN_MAILBOX} if there is none
   */
  CompletionStage<Void> steerMailbox(long id, Steering steering);

  /**
   * Appends an event to a topic. When the stage has completed, the event is on disk.
   *
   * @param publication the topic and the content
   * @return its place in the log
   */
  CompletionStage<Published> publish(Publication publication);

  /**
   * Brings events of the past.
   *
   * @param query which ones, and how many at most
   * @return one page of them
   */
  CompletionStage<Replayed> replay(Replay query);

  /**
   * Where topics stand, in the order of their names.
   *
   * @param selection which ones, and how many at most
   * @return the seq of the last event of each
   */
  CompletionStage<Heads> heads(Selection selection);

  /**
   * How the service is.
   *
   * @return figures and states
   */
  CompletionStage<Status> status();

  /**
   * Receives events as they are published: of each topic every one, once, and in order, whatever
   * the wire does; what can't be had any more is told as a {@link Gap}.
   *
   * @param filter which topics, also those that are created later; a single one, without wildcards,
   *     must exist, or the listening fails with {@code UNKNOWN_TOPIC}
   * @param start where to begin
   * @param listener what to do with them
   * @return the listening, which has begun when it is ready
   */
  Listening listen(TopicFilter filter, Start start, Listener listener);
}
