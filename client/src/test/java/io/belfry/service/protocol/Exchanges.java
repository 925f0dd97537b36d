package io.belfry.service.protocol;

import io.belfry.service.protocol.Arguments.Claim;
import io.belfry.service.protocol.Arguments.Confirmation;
import io.belfry.service.protocol.Arguments.Nothing;
import io.belfry.service.protocol.Arguments.Progress;
import io.belfry.service.protocol.Arguments.Steer;
import io.belfry.service.protocol.Arguments.Subscription;
import java.util.List;
import java.util.function.Function;

/** Arguments and answers for each operation, by chance. */
record Exchanges<A, R>(
    Operation<A, R> operation, Function<Samples, A> arguments, Function<Samples, R> answer) {

  static final List<Exchanges<?, ?>> ALL = List.of(
      of(Operations.TOPICS, Samples::selection, Samples::topicList),
      of(Operations.CREATE_TOPIC, Samples::topicSpec, Samples::topicInfo),
      of(Operations.SNAPSHOT, Samples::selection, Samples::snapshots),
      of(Operations.DRAW_FENCE, samples -> new Nothing(), Samples::count),
      of(Operations.SUBSCRIBE, samples -> new Claim(samples.registration()), Samples::subscribed),
      of(
          Operations.ADVANCE,
          samples -> new Progress(samples.registration(), samples.cursor()),
          samples -> new Nothing()),
      of(Operations.UNSUBSCRIBE, Exchanges::subscription, samples -> new Nothing()),
      of(Operations.REGISTER_EMAIL, Samples::emailRegistration, Samples::emailRegistered),
      of(
          Operations.CONFIRM_EMAIL,
          samples -> new Confirmation(samples.code()),
          Samples::emailRegistration),
      of(
          Operations.UNREGISTER_EMAIL,
          samples -> new Confirmation(samples.code()),
          Samples::emailRegistration),
      of(Operations.LIST_MAILBOXES, Samples::mailboxQuery, Samples::mailboxList),
      of(
          Operations.STEER_MAILBOX,
          samples -> new Steer(samples.count(), samples.steering()),
          samples -> new Nothing()),
      of(Operations.PUBLISH, Samples::publication, Samples::published),
      of(Operations.REPLAY_EVENTS, Samples::replay, Samples::replayed),
      of(Operations.HEADS_OF_TOPICS, Samples::selection, Samples::heads),
      of(Operations.STATUS_OF_SERVICE, samples -> new Nothing(), Samples::status));

  private static <A, R> Exchanges<A, R> of(
      Operation<A, R> operation, Function<Samples, A> arguments, Function<Samples, R> answer) {
    return new Exchanges<>(operation, arguments, answer);
  }

  private static Subscription subscription(Samples samples) {
    return new Subscription(samples.topic(), samples.filter());
  }
}
