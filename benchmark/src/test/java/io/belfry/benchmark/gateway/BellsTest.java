package io.belfry.benchmark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.browser.Crowd;
import io.belfry.benchmark.browser.CrowdProcess;
import io.belfry.benchmark.browser.Way;
import io.belfry.benchmark.store.SqliteStores;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Sequence;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same browsers come to both servers, and get all. */
class BellsTest {

  private static final int SESSIONS = 40;
  private static final int EVENTS = 50;
  private static final int SIZE = 100;

  @TempDir
  private static Path stores;

  static List<Contestant> contestants() {
    return Stream.of(Way.values())
        .flatMap(way -> way == Way.SSE ? Stream.of(belfry(way)) : Stream.of(bare(way), belfry(way)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("contestants")
  void all_browsers_get_all_events(Contestant contestant) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(SESSIONS * EVENTS);
    AtomicInteger damaged = new AtomicInteger();
    AtomicInteger committed = new AtomicInteger();
    try (Bells bells = Bells.open(
        contestant,
        SESSIONS,
        (receiver, sequence, size) -> {
          if (size != SIZE || sequence < 0 || sequence >= EVENTS) {
            damaged.getAndIncrement();
          }
          left.countDown();
        },
        sequence -> committed.getAndIncrement())) {
      for (int i = 0; i < EVENTS; i++) {
        bells.send(Sequence.payload(SIZE, i));
      }
      assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(damaged).hasValue(0);
    assertThat(committed).hasValue(EVENTS);
    assertThat(stores).isEmptyDirectory();
  }

  @Test
  void browsers_of_another_process_come_and_go() throws Exception {
    try (CometDSite site = CometDSite.open();
        CrowdProcess crowd = CrowdProcess.start(Way.LONG_POLLING, site.port(), 3)) {
      crowd.requireAll();
    }
  }

  @Test
  void who_is_not_let_in_says_so() throws Exception {
    try (CometDSite site = CometDSite.open()) {
      assertThatThrownBy(() -> Crowd.open(Way.SSE, site.port(), 1, (who, sequence, size) -> {}))
          .isInstanceOf(BreakdownException.class)
          .hasMessageContaining("404");
    }
  }

  @Test
  void who_is_thrown_out_is_missed() throws Exception {
    CometDSite site = CometDSite.open();
    try (Crowd crowd = Crowd.open(Way.WEBSOCKET, site.port(), 1, (who, sequence, size) -> {})) {
      site.close();
      assertThatThrownBy(crowd::awaitEnd).isInstanceOf(BreakdownException.class);
    }
  }

  private static Contestant bare(Way way) {
    return new Contestant("cometd", sessions -> CometDSite.open(), way);
  }

  private static Contestant belfry(Way way) {
    return new Contestant(
        "belfry", sessions -> BelfrySite.open(new SqliteStores(stores), sessions), way);
  }
}
