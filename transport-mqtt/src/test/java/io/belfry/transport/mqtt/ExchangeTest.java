package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.transport.Overflow;
import io.belfry.transport.delivery.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private static final int PREFETCH = 2;

  private final Semaphore permits = new Semaphore(0);
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Inbox<String> inbox =
      new Inbox<>("exchange-test", 100, Overflow.DROP_NEWEST, Duration.ofSeconds(10), piece -> {
        permits.acquire();
        exchange().finished();
      });
  private final Exchange<String> exchange =
      new Exchange<>(inbox, PREFETCH, new Exchange.Colleagues<>() {
        @Override
        public void offer() {
          said.add("offer");
        }

        @Override
        public void take(String from, int room) {
          said.add("take " + room + " from " + from);
        }

        @Override
        public void pass(String to, String piece) {
          said.add(piece + " to " + to);
        }
      });

  @AfterEach
  void close() {
    permits.release(1_000);
    inbox.close();
  }

  @Test
  void what_is_within_the_prefetch_is_nobody_elses_business() {
    arrive("a", "b");
    exchange.asked("greedy", 5);
    exchange.again();
    assertThat(said).isEmpty();
    assertThat(inbox.held()).isEqualTo(2);
  }

  @Test
  void what_is_beyond_is_offered_once_and_given_to_whoever_has_room() {
    arrive("a", "b", "c", "d", "e");
    assertThat(said).containsExactly("offer");

    exchange.asked("first", 1);
    exchange.asked("second", 5);

    assertThat(said).containsExactly("offer", "e to first", "offer", "c to second", "d to second");
    assertThat(inbox.held()).isEqualTo(2);
  }

  @Test
  void an_offer_that_met_nobody_is_repeated() {
    arrive("a", "b", "c");
    exchange.again();
    assertThat(said).containsExactly("offer", "offer");
  }

  @Test
  void with_room_an_offer_is_taken_at_once() {
    arrive("a");
    exchange.offered("rich");
    assertThat(said).containsExactly("take 1 from rich");
  }

  @Test
  void without_room_an_offer_is_remembered_until_there_is_some() {
    arrive("a", "b");
    exchange.offered("rich");
    exchange.offered("richer");
    assertThat(said).isEmpty();

    permits.release();

    await().until(() -> said.size() == 2);
    assertThat(said).containsExactly("take 1 from rich", "take 1 from richer");
  }

  @Test
  void once_the_surplus_is_gone_the_next_is_offered_again() {
    arrive("a", "b", "c");
    permits.release(2);
    await().until(() -> inbox.held() == 1);
    arrive("d", "e");
    assertThat(said).containsExactly("offer", "offer");
  }

  private Exchange<String> exchange() {
    return exchange;
  }

  private void arrive(String... pieces) {
    for (String piece : pieces) {
      inbox.offer(piece);
      exchange.arrived();
    }
  }
}
