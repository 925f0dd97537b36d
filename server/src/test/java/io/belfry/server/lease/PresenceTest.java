package io.belfry.server.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.server.beds.Bed;
import io.belfry.server.beds.OnEachStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which servers there are. */
class PresenceTest extends OnEachStore {

  @Test
  void who_was_heard_of_is_there_until_it_leaves() {
    Presence one = new Presence(bed.store(), "one", time);
    Presence two = new Presence(bed.store(), "two", time);
    assertThat(one.servers()).isEmpty();
    two.tick();
    one.tick();
    one.tick();
    assertThat(two.servers()).containsExactly("one", "two");
    one.leave();
    assertThat(two.servers()).containsExactly("two");
  }

  @Test
  void who_was_not_heard_of_for_a_while_is_not_there_and_then_forgotten() {
    Presence one = new Presence(bed.store(), "one", time);
    Presence two = new Presence(bed.store(), "two", time);
    one.tick();
    pass(Presence.LATELY.plusMillis(1));
    two.tick();
    assertThat(two.servers()).containsExactly("two");
    pass(Duration.ofDays(2));
    two.tick();
    long rows = bed.store()
        .read(handle ->
            handle.createQuery("SELECT count(*) FROM server").mapTo(Long.class).one());
    assertThat(rows).isEqualTo(1);
  }

  /** PostgreSQL's clock can't be moved, but what it has told. */
  private void pass(Duration span) {
    time.pass(span);
    if (kind == Bed.Kind.POSTGRESQL) {
      bed.store()
          .inTransaction(
              handle -> handle.execute("UPDATE server SET heard = heard - ?", span.toMillis()));
    }
  }
}
