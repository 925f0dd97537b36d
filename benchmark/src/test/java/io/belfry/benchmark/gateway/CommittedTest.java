package io.belfry.benchmark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.wire.Receiver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommittedTest {

  private final List<Long> passedOn = new ArrayList<>();
  private final Committed committed = new Committed(2);
  private final Receiver receiver =
      committed.before((who, sequence, size) -> passedOn.add(sequence));

  @Test
  void the_way_is_timed_from_the_commit() {
    committed.commit(2);
    receiver.received(0, 2, 8);
    assertThat(committed.percentiles().get(Metric.COMMITTED_P50)).isPositive();
  }

  @Test
  void what_overtakes_its_own_commit_took_no_time() {
    receiver.received(0, 2, 8);
    committed.commit(2);
    assertThat(committed.percentiles()).containsEntry(Metric.COMMITTED_P99, 0.0);
  }

  @Test
  void the_warm_up_is_passed_on_and_does_not_count() {
    committed.commit(1);
    receiver.received(0, 1, 8);
    assertThat(passedOn).containsExactly(1L);
    assertThat(committed.percentiles()).containsEntry(Metric.COMMITTED_P50, 0.0);
  }
}
