package io.belfry.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Registration;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Status;
import io.belfry.service.TopicSpec;
import io.belfry.service.protocol.Samples;
import io.belfry.service.protocol.ScriptedService;
import io.belfry.service.protocol.ScriptedService.Call;
import io.belfry.tck.Waiting;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.TransportException;
import io.belfry.transport.delivery.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is tried again, and what is told in the end. */
class RetryTest {

  private static final Publication PUBLICATION = Publication.of(new Topic("t"), "x");

  /** Little is too little for an answer that never comes; much is enough on a busy machine. */
  private static final Duration LITTLE = Duration.ofMillis(50);

  private static final Duration MUCH = Duration.ofSeconds(20);

  private final Wire wire = new Wire();
  private final Samples samples = new Samples(12);
  private final Published published = samples.published();
  private final Status status = samples.status();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    wire.close();
  }

  @Test
  void a_busy_service_is_asked_again_not_before_the_time_that_it_gave() {
    Duration pause = Duration.ofMillis(60);
    wire.serve(failingFirst(status, busy(pause), busy(pause)));
    long start = System.nanoTime();

    assertThat(Waiting.value(client(5_000).status())).isEqualTo(status);

    assertThat(calls).hasSize(3);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(pause.toNanos() * 2);
  }

  @Test
  void patience_ends() {
    wire.serve(ScriptedService.following(call -> {
      calls.add(call);
      throw busy(Duration.ofMillis(1));
    }));

    ServiceException failure = Outcomes.failure(client(1_000).status());

    assertThat(failure.code()).isEqualTo(Code.BUSY);
    assertThat(failure.retryAfter()).isPresent();
    assertThat(calls).hasSizeGreaterThan(1);
  }

  @Test
  void a_last_try_that_has_little_time_hides_no_reason() {
    wire.serve(ScriptedService.following(call -> {
      calls.add(call);
      if (calls.size() == 1) {
        throw busy(Duration.ofMillis(1));
      }
      return new CompletableFuture<>();
    }));

    assertThat(Outcomes.failure(client(500).status()).code()).isEqualTo(Code.BUSY);
    assertThat(calls).hasSize(2);
  }

  @Test
  void a_service_that_is_busy_for_longer_than_the_patience_is_not_waited_for() {
    wire.serve(failingFirst(status, busy(Duration.ofDays(100_000))));

    assertThat(Outcomes.failure(client(5_000).status()).code()).isEqualTo(Code.BUSY);
    assertThat(calls).hasSize(1);
  }

  @Test
  void a_publication_whose_outcome_is_unknown_is_repeated_with_the_same_key() {
    wire.serve(failingFirst(published, unknown(), unavailable()));

    Published answer = Waiting.value(client(5_000).publish(PUBLICATION));

    assertThat(answer).isEqualTo(withoutRepeat(published));
    assertThat(calls).hasSize(3);
    assertThat(keys()).doesNotContainNull().hasSize(1);
  }

  @Test
  void each_publication_has_a_key_of_its_own() {
    wire.serve(failingFirst(published));
    NotificationClient client = client(5_000);

    Waiting.value(client.publish(PUBLICATION));
    Waiting.value(client.publish(PUBLICATION));
    Waiting.value(client(5_000).publish(PUBLICATION));

    assertThat(keys()).hasSize(3);
  }

  @Test
  void a_key_of_the_publisher_is_kept_and_so_is_what_the_service_says_of_it() {
    Published repeat = new Published("e", 1, 1, published.at(), true);
    wire.serve(failingFirst(repeat, unknown()));

    Published answer = Waiting.value(client(5_000).publish(PUBLICATION.withKey("mine")));

    assertThat(answer).isEqualTo(repeat);
    assertThat(keys()).containsExactly("mine");
  }

  @Test
  void without_retries_nothing_is_added_and_nothing_tried_again() {
    wire.serve(failingFirst(published, unavailable()));

    ServiceException failure = Outcomes.failure(client(0).publish(PUBLICATION));

    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(calls).hasSize(1);
    assertThat(((Publication) calls.get(0).arguments().get(0)).key()).isEmpty();
  }

  @Test
  void a_change_that_is_no_repeat_is_not_made_twice() {
    wire.serve(failingFirst(samples.emailRegistered(), unknown()));

    ServiceException failure =
        Outcomes.failure(client(5_000).registerEmail(samples.emailRegistration()));

    assertThat(failure.code()).isEqualTo(Code.UNKNOWN_OUTCOME);
    assertThat(calls).hasSize(1);
  }

  @Test
  void a_claim_is_made_again_with_the_same_fence() {
    Registration claim = samples.registration();
    wire.serve(failingFirst(samples.subscribed(), unknown()));

    Waiting.value(client(5_000).subscribe(claim));

    assertThat(calls).hasSize(2);
    assertThat(calls).extracting(Call::arguments).containsOnly(List.of(claim));
  }

  @Test
  void any_change_is_asked_for_again_when_nothing_was_done() {
    Object answer = samples.emailRegistered();
    wire.serve(failingFirst(answer, unavailable(), busy(Duration.ofMillis(1))));

    assertThat(Waiting.value(client(5_000).registerEmail(samples.emailRegistration())))
        .isEqualTo(answer);
    assertThat(calls).hasSize(3);
  }

  @Test
  void other_refusals_are_final() {
    for (Code code : List.of(Code.FORBIDDEN, Code.INTERNAL, Code.STALE_CURSOR, Code.KEY_REUSED)) {
      calls.clear();
      Subscription serving = wire.serve(failingFirst(status, new ServiceException(code, "No.")));
      assertThat(Outcomes.failure(client(5_000).status()).code()).isEqualTo(code);
      assertThat(calls).hasSize(1);
      serving.close();
    }
  }

  @Test
  void after_a_doubtful_try_it_is_not_told_that_nothing_was_done() {
    wire.serve(failingFirst(published, unknown(), unavailable(), busy(Duration.ofDays(1))));

    ServiceException failure = Outcomes.failure(client(5_000).publish(PUBLICATION));

    assertThat(calls).hasSize(3);
    assertThat(failure.code()).isEqualTo(Code.UNKNOWN_OUTCOME);
    assertThat(failure).hasMessageContaining("may have been done").hasMessageContaining("Full.");
  }

  @Test
  void a_service_that_comes_late_is_waited_for() {
    CompletionStage<Published> publishing = client(20_000).publish(PUBLICATION);
    CompletionStage<Status> asking = client(20_000).status();

    wire.serve(ScriptedService.following(call ->
        CompletableFuture.completedStage(call.method().equals("status") ? status : published)));

    assertThat(Waiting.value(publishing)).isEqualTo(withoutRepeat(published));
    assertThat(Waiting.value(asking)).isEqualTo(status);
  }

  @Test
  void what_the_wire_says_is_told_by_what_is_known_of_the_outcome() {
    told(LITTLE, Code.UNAVAILABLE, Code.UNKNOWN_OUTCOME, request -> new CompletableFuture<>());
    told(MUCH, Code.UNAVAILABLE, Code.UNKNOWN_OUTCOME, request -> {
      throw new IllegalStateException("It fails.");
    });
    told(MUCH, Code.UNAVAILABLE, Code.UNAVAILABLE, request -> {
      throw new TransportException(TransportException.Category.REFUSED, "No room.");
    });
    told(
        MUCH,
        Code.TOO_LARGE,
        Code.TOO_LARGE,
        request -> CompletableFuture.completedStage(Message.of("x".repeat(70_000))));
    told(
        MUCH,
        Code.INTERNAL,
        Code.INTERNAL,
        request -> CompletableFuture.completedStage(Message.of("no JSON")));
  }

  @Test
  void where_nobody_serves_a_reader_is_told_that_and_a_publisher_that_it_is_not_known() {
    assertThat(Outcomes.failure(client(0).status()).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(Outcomes.failure(client(0).publish(PUBLICATION)).code())
        .isEqualTo(Code.UNKNOWN_OUTCOME);
  }

  @Test
  void over_a_wire_that_is_down_nothing_is_sent_and_nothing_was_done() {
    wire.hub.close();

    assertThat(Outcomes.failure(client(0).publish(PUBLICATION)).code()).isEqualTo(Code.UNAVAILABLE);
  }

  @Test
  void over_a_wire_that_is_closed_nothing_is_sent() {
    wire.spoke.close();

    assertThat(Outcomes.failure(client(5_000).publish(PUBLICATION)).code()).isEqualTo(Code.CLOSED);
  }

  @Test
  void a_wire_that_is_closed_meanwhile_leaves_a_change_open() {
    wire.serve(request -> new CompletableFuture<>());
    CompletionStage<?> publishing = client(0).publish(PUBLICATION);
    CompletionStage<?> asking = client(0).status();

    wire.spoke.close();

    assertThat(Outcomes.failure(publishing).code()).isEqualTo(Code.UNKNOWN_OUTCOME);
    assertThat(Outcomes.failure(asking).code()).isEqualTo(Code.CLOSED);
  }

  @Test
  void creating_a_topic_is_harmless_to_repeat() {
    Object answer = samples.topicInfo();
    wire.serve(failingFirst(answer, unknown()));

    assertThat(Waiting.value(client(5_000).createTopic(TopicSpec.of(new Topic("t")))))
        .isEqualTo(answer);
  }

  private void told(Duration deadline, Code ofReading, Code ofChanging, RequestHandler handler) {
    Subscription serving = wire.serve(handler);
    ClientOptions once = new ClientOptions(deadline, Duration.ZERO, Backoff.DEFAULTS);
    NotificationClient client = new NotificationClient(wire.spoke, once);
    assertThat(Outcomes.failure(client.status()).code()).isEqualTo(ofReading);
    assertThat(Outcomes.failure(client.publish(PUBLICATION)).code()).isEqualTo(ofChanging);
    client.close();
    serving.close();
  }

  private NotificationClient client(int patienceMillis) {
    Backoff quick = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20));
    NotificationClient client = new NotificationClient(
        wire.spoke,
        new ClientOptions(Duration.ofSeconds(10), Duration.ofMillis(patienceMillis), quick));
    open.add(client);
    return client;
  }

  /** Fails with these, one after another, and then answers. */
  private NotificationService failingFirst(Object answer, ServiceException... failures) {
    Queue<ServiceException> left = new ArrayDeque<>(Arrays.asList(failures));
    return ScriptedService.following(call -> {
      calls.add(call);
      ServiceException failure = left.poll();
      return failure == null ? CompletableFuture.completedStage(answer) : failure.asStage();
    });
  }

  private List<String> keys() {
    Function<Call, String> key =
        call -> ((Publication) call.arguments().get(0)).key().orElseThrow();
    return calls.stream().map(key).distinct().toList();
  }

  private static Published withoutRepeat(Published one) {
    return new Published(one.epoch(), one.offset(), one.seq(), one.at(), false);
  }

  private static ServiceException busy(Duration pause) {
    return ServiceException.busy("Full.", pause);
  }

  private static ServiceException unavailable() {
    return new ServiceException(Code.UNAVAILABLE, "No store.");
  }

  private static ServiceException unknown() {
    return new ServiceException(Code.UNKNOWN_OUTCOME, "Who knows.");
  }
}
