package io.belfry.gateway.bayeux;

import io.belfry.gateway.http.Client;
import io.belfry.gateway.http.Rates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.ServerSessionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Where every message comes in, before CometD does anything with it. What is published or asked is
 * done here, and CometD is left to reply; it never broadcasts.
 */
final class Reception implements BayeuxServer.Extension {

  private final Operator operator;
  private final Rates rates;
  private final Connects connects;

  Reception(Operator operator, Rates rates, Connects connects) {
    this.operator = operator;
    this.rates = rates;
    this.connects = connects;
  }

  @Override
  public void incoming(
      @Nullable ServerSession session, ServerMessage.Mutable message, Promise<Boolean> promise) {
    try {
      Optional<Visitor> visitor = visitor(session, message);
      rates.count(visitor.map(Visitor::client).orElseGet(() -> stranger(message)));
      if (session == null || visitor.isEmpty()) {
        promise.succeed(true); // CometD knows what to do with it.
      } else {
        take((ServerSessionImpl) session, visitor.get(), message, promise);
      }
    } catch (RuntimeException e) {
      refuse(message, e, promise);
    }
  }

  private static Optional<Visitor> visitor(@Nullable ServerSession session, ServerMessage message) {
    return session != null && session.isHandshook() && session.getId().equals(message.getClientId())
        ? Visitor.of(session)
        : Optional.empty();
  }

  private static Client stranger(ServerMessage message) {
    return Asker.client(message, Optional.empty());
  }

  private void take(
      ServerSessionImpl session,
      Visitor visitor,
      ServerMessage.Mutable message,
      Promise<Boolean> promise) {
    String channel = message.getChannel();
    connects.heard(visitor, message);
    if (channel.equals(Channel.META_CONNECT)) {
      connects.check(visitor, message);
      promise.succeed(true);
    } else if (channel.equals(Channel.META_SUBSCRIBE)) {
      subscribe(visitor, message, promise);
    } else if (message.isMeta()) {
      promise.succeed(true);
    } else {
      session.cancelExpiration(false);
      if (channel.startsWith(Channels.SERVICES)) {
        operate(visitor, message, promise);
      } else {
        publish(visitor, message, promise);
      }
    }
  }

  private void subscribe(Visitor visitor, ServerMessage.Mutable message, Promise<Boolean> promise) {
    var start = Starts.of(Fields.object(Fields.object(message, "ext"), Replies.EXT));
    Object wanted = message.get(ServerMessage.SUBSCRIPTION_FIELD);
    List<String> channels = wanted instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : wanted == null ? List.of() : List.of(wanted.toString());
    then(visitor.subscriptions().subscribe(channels, start), message, promise, done -> true);
  }

  private void publish(Visitor visitor, ServerMessage.Mutable message, Promise<Boolean> promise) {
    then(operator.publish(message, visitor.token()), message, promise, answer -> {
      if (answer.get("error") instanceof Map<?, ?> error) {
        Replies.refuse(message, error);
      } else {
        Replies.succeed(message, answer.getOrDefault("ok", Map.of()));
      }
      return false;
    });
  }

  private void operate(Visitor visitor, ServerMessage.Mutable message, Promise<Boolean> promise) {
    String channel = message.getChannel();
    Outbox outbox = visitor.outbox();
    then(
        outbox.answering(() -> operator.operate(message, visitor.token())),
        message,
        promise,
        answer -> {
          outbox.post(Sheet.answer(channel, message.getId(), answer));
          Replies.succeed(message);
          return false;
        });
  }

  /** What is done with the outcome says whether CometD goes on with the message. */
  private static <T> void then(
      CompletionStage<T> stage,
      ServerMessage message,
      Promise<Boolean> promise,
      Predicate<T> onSuccess) {
    var unused = stage.whenComplete((result, failure) -> {
      if (failure == null) {
        promise.succeed(onSuccess.test(result));
      } else {
        refuse(message, failure, promise);
      }
    });
  }

  private static void refuse(ServerMessage message, Throwable failure, Promise<Boolean> promise) {
    Replies.refuse(message, Replies.reason(failure));
    promise.succeed(false);
  }

  @Override
  public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
    Replies.explain(message);
    return true;
  }
}
