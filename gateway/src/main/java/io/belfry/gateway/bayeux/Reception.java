package io.belfry.gateway.bayeux;

import io.belfry.gateway.http.Client;
import io.belfry.gateway.http.Rates;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

  private static final Logger LOG = System.getLogger(Reception.class.getName());
  private static final CompletionStage<Boolean> GO_ON = CompletableFuture.completedStage(true);

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
    var unused = taken(session, message)
        .exceptionally(failure -> {
          Replies.refuse(message, Replies.reason(failure));
          return false;
        })
        .thenAccept(promise::succeed)
        .exceptionally(failure -> {
          LOG.log(Level.ERROR, "CometD has failed with a message", failure);
          return null;
        });
  }

  /** Whether CometD goes on with the message, in the end. */
  private CompletionStage<Boolean> taken(
      @Nullable ServerSession session, ServerMessage.Mutable message) {
    try {
      Optional<Visitor> visitor = visitor(session, message);
      rates.count(visitor.map(Visitor::client).orElseGet(() -> stranger(message)));
      return session == null || visitor.isEmpty()
          ? GO_ON // CometD knows what to do with it.
          : take((ServerSessionImpl) session, visitor.get(), message);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
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

  private CompletionStage<Boolean> take(
      ServerSessionImpl session, Visitor visitor, ServerMessage.Mutable message) {
    String channel = message.getChannel();
    connects.heard(visitor, message);
    if (channel.equals(Channel.META_CONNECT)) {
      connects.check(visitor, message);
    } else if (channel.equals(Channel.META_SUBSCRIBE)) {
      return subscribe(visitor, message);
    } else if (!message.isMeta()) {
      session.cancelExpiration(false);
      return channel.startsWith(Channels.SERVICES)
          ? operate(visitor, message)
          : publish(visitor, message);
    }
    return GO_ON;
  }

  private static CompletionStage<Boolean> subscribe(Visitor visitor, ServerMessage message) {
    var start = Starts.of(Fields.object(Fields.object(message, "ext"), Replies.EXT));
    Object wanted = message.get(ServerMessage.SUBSCRIPTION_FIELD);
    if (wanted == null) {
      return GO_ON;
    }
    List<String> channels = wanted instanceof List<?> list
        ? list.stream().map(String::valueOf).distinct().toList()
        : List.of(wanted.toString());
    return visitor.subscriptions().subscribe(channels, start).thenApply(done -> true);
  }

  private CompletionStage<Boolean> publish(Visitor visitor, ServerMessage message) {
    return operator.publish(message, visitor.token()).thenApply(answer -> {
      if (answer.get("error") instanceof Map<?, ?> error) {
        Replies.refuse(message, error);
      } else {
        Replies.succeed(message, answer.getOrDefault("ok", Map.of()));
      }
      return false;
    });
  }

  private CompletionStage<Boolean> operate(Visitor visitor, ServerMessage message) {
    Outbox outbox = visitor.outbox();
    return outbox.answering(() -> operator.operate(message, visitor.token())).thenApply(answer -> {
      outbox.post(Sheet.answer(message.getChannel(), message.getId(), answer));
      Replies.succeed(message);
      return false;
    });
  }

  @Override
  public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
    Replies.explain(message);
    return true;
  }
}
