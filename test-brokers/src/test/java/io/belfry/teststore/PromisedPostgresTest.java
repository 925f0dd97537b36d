package io.belfry.teststore;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.testbroker.Promises;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environment promises must be there, so that no test is skipped for want of it. */
class PromisedPostgresTest {

  @Test
  void a_promised_server_can_be_started() {
    assertThat(Promises.broken(Map.of(TestPostgres.NAME, TestPostgres::missing)))
        .isEmpty();
  }
}
