package io.belfry.gateway.bayeux;

import io.belfry.gateway.config.Limits;
import io.belfry.gateway.live.Feeds;
import io.belfry.gateway.live.Following;
import io.belfry.gateway.live.From;
import io.belfry.service.Event;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.cometd.server.ServerSessionImpl;

/** What a session has subscribed to. Guarded by the lock of the session. */
final class Subscriptions {

  private static final int MOST = 256;

  private final ServerSessionImpl session;
  private final Feeds feeds;
  private final Optional<Token> token;
  private final Outbox outbox;

  /** Those that count, and besides those that are about to. */
  private final Map<String, Subscription> byChannel = new HashMap<>();

  private final Set<Subscription> all = new LinkedHashSet<>();
  private boolean isOver;

  Subscriptions(ServerSessionImpl session, Feeds feeds, Optional<Token> token, Limits limits) {
    this.session = session;
    this.feeds = feeds;
    this.token = token;
    this.outbox = new Outbox(session, limits, () -> all.forEach(Subscription::resume));
  }

  Outbox outbox() {
    return outbox;
  }

  /**
   * Subscribes to channels: to all of them, or to none.
   *
   * @param channels which
   * @param start where to begin; if nothing is said, what is subscribed to already stays
   * @return a stage that fails with the {@code ServiceException} of a refusal
   */
  CompletionStage<Void> subscribe(List<String> channels, Optional<From> start) {
    List<Subscription> begun = new ArrayList<>();
    List<CompletableFuture<Void>> ready = new ArrayList<>();
    try {
      channels.forEach(channel -> open(channel, start).ifPresent(one -> {
        begun.add(one);
        ready.add(follow(one).toCompletableFuture());
      }));
    } catch (ServiceException e) {
      ready.add(CompletableFuture.failedFuture(e));
    }
    return CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new))
        .thenRun(() -> outbox.locked(() -> begun.forEach(this::adopt)))
        .whenComplete((done, failure) -> {
          if (failure != null) {
            outbox.locked(() -> begun.forEach(this::drop));
          }
        });
  }

  private Optional<Subscription> open(String channel, Optional<From> start) {
    return outbox.locked(() -> {
      requireRoom();
      if (start.isEmpty() && byChannel.containsKey(channel)) {
        return Optional.empty();
      }
      long born = all.stream().mapToLong(one -> one.span().last()).max().orElse(-1);
      Subscription opened = new Subscription(this, channel, start.orElseGet(From.End::new), born);
      all.add(opened);
      return Optional.of(opened);
    });
  }

  private void requireRoom() {
    if (isOver) {
      throw over();
    }
    if (all.size() >= MOST) {
      throw new ServiceException(
          Code.TOO_LARGE,
          "A session can have " + MOST + " subscriptions; use wildcards, or unsubscribe.");
    }
  }

  /** Never under the lock: a feed may hold its own, and wait for this one. */
  private CompletionStage<Void> follow(Subscription subscription) {
    Optional<Ear> ear = outbox.locked(
        () -> Optional.of(subscription).filter(all::contains).map(Subscription::listen));
    if (ear.isEmpty()) {
      return over().asStage();
    }
    Following begun = feeds.follow(token, subscription.filter(), ear.get().from(), ear.get());
    outbox.locked(() -> {
      if (subscription.follow(ear.get(), begun)) {
        begun.resume(); // There may have been room meanwhile.
      } else {
        begun.close();
      }
    });
    return begun.ready();
  }

  private static ServiceException over() {
    return new ServiceException(Code.CLOSED, "The session has ended.");
  }

  private void adopt(Subscription subscription) {
    if (isOver || !all.contains(subscription)) {
      throw over();
    }
    Subscription former = byChannel.put(subscription.channel(), subscription);
    if (former != null) {
      drop(former);
    }
  }

  private void drop(Subscription subscription) {
    subscription.close();
    all.remove(subscription);
    byChannel.remove(subscription.channel(), subscription);
  }

  boolean has(String channel) {
    return outbox.locked(() -> byChannel.containsKey(channel));
  }

  void unsubscribe(String channel) {
    outbox.locked(() -> Optional.ofNullable(byChannel.get(channel)).ifPresent(this::drop));
  }

  /** The session has ended. */
  void close() {
    outbox.locked(() -> {
      isOver = true;
      List.copyOf(all).forEach(this::drop);
    });
  }

  /** Whatever was on a connection that is gone is told again. */
  void recover(Predicate<Object> isGone) {
    List<Subscription> again = new ArrayList<>();
    outbox.lose(isGone, () -> {
      again.addAll(all);
      again.forEach(Subscription::listen);
    });
    again.forEach(one -> {
      var unused = follow(one);
    });
  }

  boolean isTold(Event event, Subscription to) {
    return all.stream()
        .anyMatch(other -> other != to
            && to.span().isCovered(event.offset(), other.span())
            && other.isWanted(event.topic()));
  }

  void forgetSpans() {
    all.forEach(one -> one.span().forget());
  }

  void onEnd(Subscription subscription, ServiceException reason) {
    boolean hasCounted = byChannel.get(subscription.channel()) == subscription;
    drop(subscription);
    if (hasCounted) {
      outbox.post(Sheet.end(reason, subscription.channel()));
      Optional.ofNullable(session.getBayeuxServer().getChannel(subscription.channel()))
          .ifPresent(channel -> channel.unsubscribe(session));
    }
  }
}
