package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Notice;
import io.belfry.notifier.Outcome;
import io.belfry.tck.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mailboxes that share a mail server, and its patience. */
class DomainsTest extends OnEachDelivery {

  @Test
  void a_domain_has_so_many_at_once_and_hinders_no_other() {
    for (int i = 0; i < 10; i++) {
      register("clock", "a" + i + "@slow.example");
    }
    register("clock", A);
    postman.hold();
    start(CONFIG.withDomainCaps(3, 0));
    publish("clock", "1");
    Waiting.until("as many as may are under way", () -> postman.held() == 4);
    assertThat(postman.told(A)).containsExactly("1");
    assertThat(Waiting.stays(Duration.ofMillis(300), () -> postman.held() == 4)).isTrue();
    postman.letGo();
    Waiting.until("all have come", () -> postman.notices().size() == 11);
  }

  @Test
  void a_domain_gets_so_many_a_minute() {
    for (int i = 0; i < 5; i++) {
      register("clock", "a" + i + "@slow.example");
    }
    start(CONFIG.withDomainCaps(3, 300));
    long start = System.nanoTime();
    publish("clock", "1");
    Waiting.until("all have come", () -> postman.notices().size() == 5);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(780));
  }

  @Test
  void several_can_share_a_notice_if_they_speak_one_language() {
    for (int i = 0; i < 6; i++) {
      register("clock", "a" + i + "@example.org", i == 5 ? "ko" : "en");
    }
    postman.says(to -> to.address().startsWith("a1") ? Outcome.later("busy") : Outcome.delivered());
    publish("clock", "1");
    start(CONFIG.sharedBy(10));
    Waiting.until("it was tried again", () -> postman.told("a1@example.org").size() >= 2);
    Notice shared = postman.notices().stream()
        .filter(notice -> notice.recipients().size() == 5)
        .findFirst()
        .orElseThrow();
    assertThat(postman.told("a5@example.org")).containsExactly("1");
    assertThat(postman.told("a0@example.org")).containsExactly("1");
    assertThat(postman.notices().stream()
            .filter(notice -> notice.recipients().get(0).address().startsWith("a1"))
            .map(Notice::id))
        .containsOnly(shared.id());
  }
}
