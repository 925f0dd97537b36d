package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.Capability;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What can be seen on the wire alone: it is tapped, cut, and swallowed. */
abstract class WireRules extends Rules {

  private static final String IN_PAYLOAD = "the eagle has landed";
  private static final String IN_HEADER = "the owl has flown";
  private static final int LOSSES = 3;

  /** Further than any test waits. */
  private static final Duration FAR = Duration.ofMinutes(10);

  WireRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ca05_work_that_a_worker_held_when_it_was_cut_off_goes_to_another() {
    appliesOnlyIf(capabilities().has(Capability.REDELIVERY), "the transport does not redeliver");
    Wired wired = wired();
    Gate gate = scene().gate();
    pull(wired.spoke(), "work", new PullOptions(10), collectorThat(work -> gate.pass()));
    List<String> work = numbered("n", 5);
    push(hub(), "work", work);
    gate.awaitHeld(1);

    Collector other = collector();
    pull(spoke(), "work", other);
    wired.relays().sever();

    other.expectInAnyOrder(work);
  }

  @Test
  void ca11_a_tap_on_the_wire_sees_nothing_or_everything() {
    Wired wired = wired();
    EveryPattern patterns =
        new EveryPattern(this, wired.spoke(), topic("tap"), filter("tap"), address("tap"));

    patterns.carry(wired.spoke(), Message.of(IN_PAYLOAD).with("marked", IN_HEADER));

    boolean encrypted = wired.spoke().capabilities().has(Capability.ENCRYPTION);
    for (String seen : List.of(IN_PAYLOAD, IN_HEADER)) {
      assertThat(wired.relays().saw(seen)).as("the tap saw '" + seen + "'").isEqualTo(!encrypted);
    }
  }

  @Test
  void ca13_after_a_cut_everything_works_again_or_health_tells() {
    if (!isWired() && !capabilities().has(Capability.RECONNECT)) {
      spoke();
      hub().close();
      patience().until("health was not UP", () -> !spoke().health().isHealthy());
      return;
    }
    Wired wired = wired();
    Collector subscriber = subscribed(wired.spoke(), "news");
    Collector worker = collector();
    pull(wired.spoke(), "work", worker);
    serve(wired.spoke(), "echo", CompletableFuture::completedStage);

    wired.relays().cut();

    if (!capabilities().has(Capability.RECONNECT)) {
      patience().until("health was not UP", () -> !wired.spoke().health().isHealthy());
      return;
    }
    Insistence insistence = new Insistence(this);
    insistence.untilArrived(hub(), "news", "work", "echo", subscriber, worker);
    serve(spoke(), "other", CompletableFuture::completedStage);
    insistence.untilAnswered(wired.spoke(), "other");
    assertThat(wired.spoke().health().isHealthy()).isTrue();
  }

  @Test
  void rr14_a_request_whose_connection_is_cut_fails_then_and_not_at_its_deadline() {
    Questions questions = new Questions();
    serve(hub(), "mute", questions::take);
    Wired wired = wired();
    CompletionStage<Message> reply =
        wired.spoke().request(address("mute"), Message.of("please"), FAR);
    patience().until("it is asked", () -> questions.count() == 1);

    wired.relays().cut();

    assertThat(patience().failureOf(reply).category()).isEqualTo(Category.UNREACHABLE);
  }

  @Test
  void li02_open_where_the_network_swallows_everything_fails_as_unreachable() {
    hub();
    Relays relays = scene().relays();
    Map<String, String> settings = settingsThrough(relays);
    relays.swallow();
    Footprint before = scene().footprint();

    TransportException failure = patience()
        .await(inBackground(() -> catchThrowableOfType(
            TransportException.class, () -> scene().open(Side.SPOKE, settings))));

    assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
    relays.close();
    before.awaitNothingMore(patience());
  }

  @Test
  void li07_after_close_nothing_is_left_of_connections_that_were_lost() {
    serve(hub(), "echo", CompletableFuture::completedStage);
    ask(spoke(), "echo", "hello");
    Footprint before = scene().footprint();

    Wired wired = wired();
    for (int i = 0; i < LOSSES; i++) {
      wired.relays().cut();
      if (capabilities().has(Capability.RECONNECT)) {
        new Insistence(this).untilAnswered(wired.spoke(), "echo");
      } else {
        patience().until("health was not UP", () -> !wired.spoke().health().isHealthy());
      }
    }
    wired.spoke().close();
    wired.relays().close();

    before.awaitNothingMore(patience());
  }

  @Test
  void li10_health_does_not_stay_up_when_the_network_swallows_the_connection() {
    Wired wired = wired();
    assertThat(wired.spoke().health().isHealthy()).isTrue();

    wired.relays().swallow();

    patience().until("health was not UP", () -> !wired.spoke().health().isHealthy());
  }

  @Test
  void li11_no_send_blocks_when_the_network_has_swallowed_the_connection() {
    Wired wired = wired();
    subscribe(hub(), "news", collector());
    pull(hub(), "work", collector());
    Message large = Message.of(Payload.copyOf(new byte[capabilities().maxPayload() / 16]));

    wired.relays().swallow();

    for (int i = 0; i < 100; i++) {
      boolean failed = patience()
          .await(inBackground(() -> wired.spoke().publish(topic("news"), large)))
          .toCompletableFuture()
          .isCompletedExceptionally();
      if (failed) {
        break; // It has waited for its time-out, and would do so each time from now on.
      }
    }
    patience().await(inBackground(() -> wired.spoke().push(address("work"), large)));
    patience()
        .failureOf(patience().await(inBackground(() -> request(wired.spoke(), "nobody", "hello"))));
  }

  @Test
  void li12_close_is_bounded_when_the_network_has_swallowed_the_connection() {
    Wired wired = wired();
    Subscription subscription = subscribe(wired.spoke(), "news", collector());
    wired.relays().swallow();

    patience().await(CompletableFuture.runAsync(subscription::close, scene().threads()));
    patience().await(CompletableFuture.runAsync(wired.spoke()::close, scene().threads()));
  }

  /** A spoke whose wire is in the hands of the test. */
  private record Wired(Transport spoke, Relays relays) {}

  private Wired wired() {
    hub();
    Relays relays = scene().relays();
    return new Wired(scene().newSpoke(settingsThrough(relays)), relays);
  }

  private boolean isWired() {
    return scene().bed().spokeSettingsThrough(address -> address).isPresent();
  }

  /** Without a wire there is nothing to be seen on it, and nothing may be declared about it. */
  private Map<String, String> settingsThrough(Relays relays) {
    Optional<Map<String, String>> settings = scene().bed().spokeSettingsThrough(relays);
    if (settings.isEmpty()) {
      assertThat(capabilities().features())
          .as("what can't be proved without a detour")
          .doesNotContain(Capability.ENCRYPTION, Capability.RECONNECT);
    }
    appliesOnlyIf(settings.isPresent(), "the transport uses no network");
    return settings.orElseThrow();
  }

  private <T> CompletableFuture<T> inBackground(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, scene().threads());
  }
}
