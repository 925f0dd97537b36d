package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Outcome;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several changes in one notice. */
class DigestsTest extends OnEachDelivery {

  @Test
  void a_digest_gathers_what_comes_within_its_window() {
    register("#", A);
    publish("clock", "1");
    publish("bell.big", "2");
    start(CONFIG.withDigest(Duration.ofMillis(300), 100));
    publish("clock", "3");
    awaitTold(A, "1+2+3");
    publish("clock", "4");
    awaitTold(A, "1+2+3", "4");
  }

  @Test
  void a_full_digest_does_not_wait() {
    register("#", A);
    start(CONFIG.withDigest(Duration.ofHours(1), 3));
    for (int i = 1; i <= 7; i++) {
      publish("clock", "" + i);
    }
    awaitTold(A, "1+2+3", "4+5+6");
  }

  @Test
  void a_digest_that_is_tried_again_is_the_same_whatever_comes_meanwhile() throws Exception {
    register("#", A);
    publish("clock", "1");
    postman.hold();
    start(CONFIG.withDigest(Duration.ofMillis(1), 100));
    Waiting.until("it is under way", () -> postman.held() == 1);
    postman.says(Outcome.unavailable("the process ends"));
    publish("clock", "2");
    postman.letGo();
    endLast();
    postman.says(Outcome.delivered());
    start(CONFIG.withDigest(Duration.ofMillis(1), 100));
    Waiting.until("the other has come", () -> postman.told(A).contains("2"));
    List<String> told = postman.told(A);
    assertThat(told.subList(0, told.size() - 1)).hasSizeGreaterThan(1).containsOnly("1");
    assertThat(ids().subList(0, told.size() - 1)).containsOnly(ids().get(0));
  }
}
