package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Content;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Heads;
import io.belfry.service.Mode;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Registration;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import io.belfry.service.Subscribed;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import io.belfry.service.TopicSpec;
import io.belfry.service.protocol.Arguments.Claim;
import io.belfry.tck.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No reply is larger than a message may be, and none is larger for want of a smaller page. */
class LargeAnswersTest {

  private static final int MAX_PAYLOAD = 16 * 1024;
  private static final TopicFilter ALL = new TopicFilter("#");
  private static final Selection SELECTION = Selection.of(ALL);

  @Test
  void pages_are_cut_until_they_fit_and_say_that_there_is_more() {
    List<Snapshot> contents =
        IntStream.range(0, 100).mapToObj(i -> snapshot(i, 1_000)).toList();
    List<TopicInfo> topics =
        IntStream.range(0, 100).mapToObj(i -> topic(i, 500)).toList();
    Map<Topic, Long> standing = new LinkedHashMap<>();
    IntStream.range(0, 1_000).forEach(i -> standing.put(name(i, 100), (long) i));

    Snapshots snapshots =
        ask(Operations.SNAPSHOT, SELECTION, new Snapshots("e", 7, contents, false));
    TopicList list = ask(Operations.TOPICS, SELECTION, new TopicList(topics, false));
    Heads heads = ask(Operations.HEADS_OF_TOPICS, SELECTION, new Heads("e", 7, standing, false));

    assertThat(snapshots.snapshots()).hasSize(12).isEqualTo(contents.subList(0, 12));
    assertThat(snapshots.hasMore()).isTrue();
    assertThat(snapshots.offset()).isEqualTo(7);
    assertThat(list.topics()).hasSize(25).isEqualTo(topics.subList(0, 25));
    assertThat(list.hasMore()).isTrue();
    assertThat(heads.heads().keySet()).hasSize(125).startsWith(name(0, 100), name(1, 100));
    assertThat(heads.hasMore()).isTrue();
  }

  @Test
  void a_page_with_one_content_that_is_too_large_is_refused() {
    Snapshots page = new Snapshots("e", 7, List.of(snapshot(1, MAX_PAYLOAD)), false);

    ServiceException refusal = refusal(Operations.SNAPSHOT, SELECTION, page);

    assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
    assertThat(refusal).hasMessageContaining("16384");
  }

  @Test
  void a_subscription_does_not_fail_for_contents_that_are_too_large() {
    Registration registration = new Registration(new Topic("me"), ALL, 1);
    Snapshots page = new Snapshots("e", 7, List.of(snapshot(1, MAX_PAYLOAD)), false);

    Subscribed answer = ask(
        Operations.SUBSCRIBE,
        new Claim(registration),
        new Subscribed(registration, true, Cursor.at("e", 7), page));

    assertThat(answer.registration()).isEqualTo(registration);
    assertThat(answer.contents()).isEqualTo(new Snapshots("e", 7, List.of(), true));
  }

  @Test
  void a_replay_is_asked_for_again_until_it_fits() {
    List<Integer> limits = new ArrayList<>();
    NotificationService service = ScriptedService.following(call -> {
      Replay asked = (Replay) call.arguments().get(0);
      limits.add(asked.limit());
      return CompletableFuture.completedStage(replayed(Math.min(100, asked.limit()), 1_000));
    });

    Replayed answer =
        ask(Operations.REPLAY_EVENTS, new Replay.OfTopic(new Topic("t"), 1, 1_000, 1_000), service);

    assertThat(limits).containsExactly(1_000, 50, 25, 12);
    assertThat(answer).isEqualTo(replayed(12, 1_000));
  }

  @Test
  void a_replay_of_one_event_that_is_too_large_is_refused() {
    ServiceException refusal = refusal(
        Operations.REPLAY_EVENTS, new Replay.OfLog(ALL, "e", 0, 1_000), replayed(1, MAX_PAYLOAD));

    assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void what_can_be_published_can_be_asked_for_again_whatever_its_bytes() {
    int most = Protocol.maxContent(MAX_PAYLOAD);
    byte[] noise = new byte[most];
    new SplittableRandom(1).nextBytes(noise);
    List<Payload> payloads = List.of(
        Payload.copyOf(noise),
        Payload.of("\u0000".repeat(most)),
        Payload.of("\"".repeat(most)),
        Payload.of("\n".repeat(most)),
        Payload.of("a".repeat(most)),
        Payload.of("\u0000".repeat(200) + "a".repeat(most - 200)),
        Payload.of("\"\\".repeat(most / 6) + "a".repeat(most - most / 6 * 2)),
        Payload.of("𝟙".repeat(most / 4)));
    for (Payload payload : payloads) {
      Replayed page = worst(payload);
      assertThat(ask(Operations.REPLAY_EVENTS, new Replay.OfLog(ALL, "e", 0, 1), page))
          .isEqualTo(page);
    }
  }

  @Test
  void what_could_not_be_asked_for_again_can_not_be_published() {
    int most = Protocol.maxContent(MAX_PAYLOAD);
    Publication publication =
        new Publication(new Topic("t"), Content.of("a".repeat(most + 1)), Optional.empty());

    ServiceException refusal = refusal(Operations.PUBLISH, publication, new Samples(1).published());

    assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
    assertThat(refusal).hasMessageContaining(String.valueOf(most));
  }

  /** With the longest of everything around it. */
  private static Replayed worst(Payload payload) {
    Topic topic = new Topic("あ".repeat(85));
    String epoch = "e".repeat(64);
    Content content = new Content("\"".repeat(200), payload);
    long most = Long.MAX_VALUE;
    Event event = new Event(epoch, most, topic, most, Instant.MAX, content);
    Gap gap = Gap.expired(epoch, topic, most, most);
    return new Replayed(epoch, List.of(event), List.of(gap), most, most);
  }

  private static Replayed replayed(int events, int size) {
    List<Event> list = IntStream.rangeClosed(1, events)
        .mapToObj(i -> new Event("e", i, name(0, 5), i, Instant.EPOCH, content(size)))
        .toList();
    return new Replayed("e", list, List.of(), events, 1_000);
  }

  private static Snapshot snapshot(int number, int size) {
    return new Snapshot("e", name(number, 5), Mode.REPLACE, 1, 1, content(size));
  }

  private static TopicInfo topic(int number, int size) {
    TopicSpec spec = new TopicSpec(name(number, 5), Mode.APPEND, "d".repeat(size));
    return new TopicInfo(spec, 0, 1, Optional.empty(), 0, 0);
  }

  private static Topic name(int number, int size) {
    return new Topic("t".repeat(size) + number);
  }

  private static Content content(int size) {
    return Content.of("c".repeat(size));
  }

  private static <A, R> ServiceException refusal(Operation<A, R> operation, A asked, R answer) {
    return catchThrowableOfType(ServiceException.class, () -> ask(operation, asked, answer));
  }

  private static <A, R> R ask(Operation<A, R> operation, A asked, R answer) {
    return ask(operation, asked, ScriptedService.answering(answer));
  }

  private static <A, R> R ask(Operation<A, R> operation, A asked, NotificationService service) {
    Message request = operation.request(asked, Headers.NONE, MAX_PAYLOAD);
    Message reply = Waiting.value(new ServiceEndpoint(service, MAX_PAYLOAD).onRequest(request));
    assertThat(reply.payload().size()).isLessThanOrEqualTo(MAX_PAYLOAD);
    return operation.answer(reply);
  }
}
