package io.belfry.server.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Access;
import io.belfry.server.access.Principal;
import io.belfry.server.beds.Bed;
import io.belfry.server.beds.OnEachStore;
import io.belfry.service.Cursor;
import io.belfry.service.Registration;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Subscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many who take one subscription from each other, at several servers where there can be. */
class TakeoverTest extends OnEachStore {

  private static final int SERVERS = 3;
  private static final int ROUNDS = 60;
  private static final TopicFilter FILTER = new TopicFilter("bell");
  private static final Topic NAME = new Topic("quasimodo");

  private final Principal anybody = Access.open().of(Optional.empty());
  private final Set<Long> fences = ConcurrentHashMap.newKeySet();

  @Test
  void no_two_have_one_fence_and_the_cursor_only_rises() throws Exception {
    bed.publish(ROUNDS);
    ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
    try {
      List<Future<Boolean>> takers = new ArrayList<>();
      for (int i = 0; i < SERVERS; i++) {
        Subscriptions server = new Subscriptions(
            kind == Bed.Kind.POSTGRESQL ? bed.another() : bed.store(),
            SubscriptionConfig.DEFAULTS,
            bed.log());
        takers.add(threads.submit((Callable<Boolean>) () -> takeAndMove(server)));
      }
      for (Future<Boolean> taker : takers) {
        assertThat(taker.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fences).hasSize(SERVERS * ROUNDS);
  }

  private boolean takeAndMove(Subscriptions server) {
    long last = 0;
    for (int i = 1; i <= ROUNDS; i++) {
      var subscribed = subscribe(server);
      assertThat(subscribed.cursor().offset()).isGreaterThanOrEqualTo(last);
      last = subscribed.cursor().offset();
      fences.add(subscribed.registration().fence());
      advance(server, subscribed.registration(), i);
    }
    return true;
  }

  /** Another may draw its fence later, and come first. */
  private Subscribed subscribe(Subscriptions server) {
    while (true) {
      try {
        return server.subscribe(anybody, new Registration(NAME, FILTER, server.drawFence()));
      } catch (ServiceException e) {
        assertThat(e.code()).isEqualTo(Code.FENCED);
      }
    }
  }

  private void advance(Subscriptions server, Registration registration, long offset) {
    try {
      server.advance(anybody, registration, Cursor.at(bed.log().epoch(), offset));
    } catch (ServiceException e) {
      assertThat(e.code()).isEqualTo(Code.FENCED);
    }
  }
}
