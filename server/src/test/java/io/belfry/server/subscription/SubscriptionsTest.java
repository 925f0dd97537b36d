package io.belfry.server.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Principal;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.server.beds.OnEachStore;
import io.belfry.server.store.Store;
import io.belfry.service.Cursor;
import io.belfry.service.Registration;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Subscribed;
import io.belfry.service.Token;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriptions that are remembered, and who may move them. */
class SubscriptionsTest extends OnEachStore {

  private static final Topic QUASIMODO = new Topic("quasimodo");
  private static final Topic BELL = new Topic("bell");
  private static final TopicFilter FILTER = new TopicFilter("bell.#");

  private final Principal anybody = Access.open().of(Optional.empty());
  private Subscriptions subscriptions;

  @BeforeEach
  void begin() {
    subscriptions = with(SubscriptionConfig.DEFAULTS);
  }

  @Test
  void a_new_one_stands_at_the_end_of_the_log() {
    long end = bed.publish(3);
    Subscribed subscribed = subscribe();
    assertThat(subscribed.isNew()).isTrue();
    assertThat(subscribed.cursor()).isEqualTo(at(end));
    assertThat(subscribed.contents().snapshots()).hasSize(1);
  }

  @Test
  void whoever_comes_back_stands_where_it_was() {
    bed.publish(5);
    Subscribed first = subscribe();
    bed.publish(5);
    Cursor reached = new Cursor(bed.log().epoch(), 7, Map.of(BELL, 9L));
    subscriptions.advance(anybody, first.registration(), reached);
    Subscribed again = subscribe();
    assertThat(again.isNew()).isFalse();
    assertThat(again.cursor()).isEqualTo(reached);
    assertThat(again.registration().fence()).isGreaterThan(first.registration().fence());
  }

  @Test
  void only_the_last_to_subscribe_moves_the_cursor() {
    bed.publish(5);
    Registration first = subscribe().registration();
    Registration second = subscribe().registration();
    assertRefused(Code.FENCED, () -> subscriptions.advance(anybody, first, at(5)));
    subscriptions.advance(anybody, second, at(5));
    Registration forged = new Registration(QUASIMODO, FILTER, second.fence() + 1);
    assertRefused(Code.FENCED, () -> subscriptions.advance(anybody, forged, at(5)));
  }

  @Test
  void a_claim_that_comes_twice_does_no_more_than_the_first_time() {
    bed.publish(5);
    Registration claim = claim(QUASIMODO, FILTER);
    Subscribed first = subscriptions.subscribe(anybody, claim);
    assertThat(subscriptions.subscribe(anybody, claim)).isEqualTo(first);
    subscriptions.advance(anybody, claim, at(5));
    assertThat(subscriptions.count()).isEqualTo(1);
  }

  @Test
  void a_claim_that_comes_late_takes_nothing_from_who_has_claimed_since() {
    bed.publish(5);
    Registration late = claim(QUASIMODO, FILTER);
    Registration holder = subscribe().registration();
    assertRefused(Code.FENCED, () -> subscriptions.subscribe(anybody, late));
    subscriptions.advance(anybody, holder, at(5));
  }

  @Test
  void a_fence_that_was_not_drawn_is_refused() {
    long drawn = subscriptions.drawFence();
    for (long fence : new long[] {Long.MAX_VALUE, drawn + 1, 0, -1}) {
      Registration forged = new Registration(QUASIMODO, FILTER, fence);
      assertRefused(Code.BAD_REQUEST, () -> subscriptions.subscribe(anybody, forged));
    }
    assertThat(subscribe().isNew()).isTrue();
  }

  @Test
  void one_that_is_made_anew_has_not_the_fence_of_before() {
    Registration first = subscribe().registration();
    subscriptions.unsubscribe(anybody, QUASIMODO, FILTER);
    subscribe();
    assertRefused(Code.FENCED, () -> subscriptions.advance(anybody, first, at(0)));
  }

  @Test
  void what_is_cancelled_is_gone_and_can_be_cancelled_again() {
    Registration registration = subscribe().registration();
    assertThat(subscriptions.unsubscribe(anybody, QUASIMODO, FILTER)).isTrue();
    assertThat(subscriptions.unsubscribe(anybody, QUASIMODO, FILTER)).isFalse();
    assertRefused(
        Code.UNKNOWN_SUBSCRIPTION, () -> subscriptions.advance(anybody, registration, at(0)));
    assertThat(subscriptions.count()).isZero();
    assertThat(subscriptions.neededFrom()).isEmpty();
  }

  @Test
  void a_cursor_never_moves_backwards() {
    bed.publish(9);
    subscriptions.unsubscribe(anybody, QUASIMODO, FILTER);
    Registration registration = subscribe().registration();
    subscriptions.advance(anybody, registration, at(3));
    assertThat(subscribe().cursor()).isEqualTo(at(9));
  }

  @Test
  void what_is_told_late_takes_nothing_back() {
    Registration registration = subscribe().registration();
    bed.publish(9);
    Topic other = new Topic("bell.marie");
    subscriptions.advance(anybody, registration, ahead(4, Map.of(BELL, 8L)));
    subscriptions.advance(anybody, registration, ahead(4, Map.of(BELL, 6L, other, 2L)));
    subscriptions.advance(anybody, registration, ahead(3, Map.of(BELL, 9L)));
    assertThat(subscribe().cursor()).isEqualTo(ahead(4, Map.of(BELL, 8L, other, 2L)));
  }

  @Test
  void in_a_new_epoch_the_cursor_begins_anew() {
    bed.publish(9);
    Registration registration = subscribe().registration();
    String old = bed.log().epoch();
    bed.log().beginNewEpoch();
    assertThat(subscribe().cursor()).isEqualTo(Cursor.at(old, 9));
    Registration now = subscribe().registration();
    assertRefused(Code.STALE_CURSOR, () -> subscriptions.advance(anybody, now, Cursor.at(old, 9)));
    subscriptions.advance(anybody, now, at(2));
    assertThat(subscribe().cursor()).isEqualTo(at(2));
    assertThat(registration.fence()).isLessThan(now.fence());
  }

  @Test
  void a_cursor_that_is_not_in_the_log_is_refused_and_not_stored() {
    long end = bed.publish(2);
    Registration registration = subscribe().registration();
    assertRefused(
        Code.STALE_CURSOR, () -> subscriptions.advance(anybody, registration, at(end + 1)));
    assertThat(subscribe().cursor()).isEqualTo(at(end));
  }

  @Test
  void a_huge_cursor_is_refused() {
    subscriptions = with(new SubscriptionConfig(10, 10, 100, Duration.ofDays(1)));
    Registration registration = subscribe().registration();
    Cursor huge = ahead(0, Map.of(new Topic("b".repeat(200)), 1L));
    assertRefused(Code.TOO_LARGE, () -> subscriptions.advance(anybody, registration, huge));
  }

  @Test
  void there_are_limits_for_each_and_in_all() {
    subscriptions = with(new SubscriptionConfig(2, 3, 100, Duration.ofDays(1)));
    subscribe("a", "x.#");
    subscribe("a", "y.#");
    assertRefused(Code.BAD_REQUEST, () -> subscribe("a", "z.#"));
    subscribe("a", "y.#");
    subscribe("b", "x.#");
    assertRefused(Code.BUSY, () -> subscribe("b", "y.#"));
    subscribe("b", "x.#");
    subscriptions.unsubscribe(anybody, new Topic("a"), new TopicFilter("x.#"));
    subscribe("b", "y.#");
    assertThat(subscriptions.count()).isEqualTo(3);
  }

  @Test
  void an_owner_has_its_own_subscriptions() {
    Principal other = owner("other");
    bed.publish(5);
    Registration ours = subscribe().registration();
    Subscribed theirs = subscriptions.subscribe(other, claim(QUASIMODO, FILTER));
    assertThat(theirs.isNew()).isTrue();
    assertRefused(Code.FENCED, () -> subscriptions.advance(other, ours, at(1)));
    subscriptions.unsubscribe(other, QUASIMODO, FILTER);
    subscriptions.advance(anybody, ours, at(5));
  }

  @Test
  void the_log_is_needed_from_the_rearmost_cursor_of_this_epoch() {
    assertThat(subscriptions.neededFrom()).isEmpty();
    bed.publish(5);
    Registration rear = subscribe("rear", "bell").registration();
    bed.publish(5);
    subscribe("front", "bell");
    assertThat(subscriptions.neededFrom()).hasValue(6);
    subscriptions.advance(anybody, rear, at(8));
    assertThat(subscriptions.neededFrom()).hasValue(9);
    bed.log().beginNewEpoch();
    assertThat(subscriptions.neededFrom()).isEmpty();
  }

  @Test
  void what_is_abandoned_is_forgotten_and_what_moves_is_not() {
    Registration moving = subscribe("moving", "bell").registration();
    subscribe("silent", "bell");
    time.pass(SubscriptionConfig.DEFAULTS.abandonedAfter().minusHours(1));
    subscriptions.advance(anybody, moving, at(0));
    assertThat(subscriptions.expire()).isZero();
    time.pass(Duration.ofHours(2));
    assertThat(subscriptions.expire()).isEqualTo(1);
    subscriptions.advance(anybody, moving, at(0));
    assertThat(subscriptions.count(BELL)).isEqualTo(1);
    assertThat(subscribe("silent", "bell").isNew()).isTrue();
  }

  @Test
  void they_are_counted_by_topic() {
    subscribe("a", "bell.#");
    subscribe("b", "*");
    subscribe("c", "clock.#");
    assertThat(subscriptions.count(BELL)).isEqualTo(2);
    assertThat(subscriptions.count(new Topic("clock"))).isEqualTo(2);
    subscriptions.unsubscribe(anybody, new Topic("b"), new TopicFilter("*"));
    assertThat(subscriptions.count(BELL)).isEqualTo(1);
    assertThat(with(SubscriptionConfig.DEFAULTS).count(BELL)).isEqualTo(1);
  }

  @Test
  void another_server_counts_them_soon_and_fences_at_once() {
    onlyWhereServersShareIt();
    Store shared = bed.another();
    Subscriptions elsewhere =
        new Subscriptions(shared, SubscriptionConfig.DEFAULTS, bed.log(), time);
    assertThat(elsewhere.count()).isZero();
    Registration here = subscribe().registration();
    Waiting.until("it was counted", () -> elsewhere.count(BELL) == 1);
    elsewhere.subscribe(anybody, claim(QUASIMODO, FILTER));
    assertRefused(Code.FENCED, () -> subscriptions.advance(anybody, here, at(0)));
    elsewhere.unsubscribe(anybody, QUASIMODO, FILTER);
    Waiting.until("it was not counted", () -> subscriptions.count(BELL) == 0);
  }

  private Subscriptions with(SubscriptionConfig config) {
    return new Subscriptions(bed.store(), config, bed.log(), time);
  }

  private Subscribed subscribe() {
    return subscriptions.subscribe(anybody, claim(QUASIMODO, FILTER));
  }

  private Subscribed subscribe(String subscriber, String filter) {
    return subscriptions.subscribe(anybody, claim(new Topic(subscriber), new TopicFilter(filter)));
  }

  private Registration claim(Topic subscriber, TopicFilter filter) {
    return new Registration(subscriber, filter, subscriptions.drawFence());
  }

  private Cursor at(long offset) {
    return Cursor.at(bed.log().epoch(), offset);
  }

  private Cursor ahead(long offset, Map<Topic, Long> ahead) {
    return new Cursor(bed.log().epoch(), offset, ahead);
  }

  private static Principal owner(String name) {
    Token token = Tokens.generate();
    Grant grant = Grant.of(name, token, Set.of(Role.SUBSCRIBE), List.of(new TopicFilter("#")));
    return Access.guarded(List.of(grant)).of(Optional.of(token));
  }
}
