package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  private static final Topic TOPIC = new Topic("finance.stock");
  private static final Event EVENT =
      new Event("k3Xq", 48, TOPIC, 17, Instant.parse("2026-03-01T09:30:00.250Z"), Content.of("up"));

  @Test
  void an_event_comes_back_as_it_was() {
    assertThat(EventCodec.decode(TOPIC, EventCodec.encode(EVENT))).contains(EVENT);
  }

  @Test
  void the_headers_are_those_of_cloud_events() {
    assertThat(EventCodec.encode(EVENT).headers().values())
        .containsEntry("ce-specversion", "1.0")
        .containsEntry("ce-type", "io.belfry.event")
        .containsEntry("ce-source", "/belfry/k3Xq")
        .containsEntry("ce-id", "48")
        .containsEntry("ce-subject", "finance.stock")
        .containsEntry("ce-seq", "17")
        .containsEntry("ce-time", "2026-03-01T09:30:00.250Z")
        .containsEntry("content-type", "text/plain; charset=utf-8")
        .hasSize(8);
  }

  @Test
  void any_bytes_are_a_content() {
    byte[] bytes = {0, -1, 10, 13, -128};
    Event event =
        new Event("e", 1, TOPIC, 1, EVENT.at(), new Content("image/png", Payload.copyOf(bytes)));
    assertThat(EventCodec.decode(TOPIC, EventCodec.encode(event))).contains(event);
  }

  @Test
  void more_headers_do_no_harm() {
    assertThat(EventCodec.decode(TOPIC, EventCodec.encode(EVENT).with("x-trace", "7")))
        .contains(EVENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ce-specversion|1.1",
        "ce-type|io.belfry.beacon",
        "ce-source|/other/k3Xq",
        "ce-source|/belfry/",
        "ce-source|/belfry/a b",
        "ce-source|/belfry/a/b",
        "ce-id|0",
        "ce-id|-48",
        "ce-id|+48",
        "ce-id|048",
        "ce-id|4 8",
        "ce-id|٤٨",
        "ce-id|9999999999999999999",
        "ce-id|16",
        "ce-subject|finance.bond",
        "ce-seq|0",
        "ce-seq|1.5",
        "ce-seq|49",
        "ce-time|yesterday",
        "ce-time|2026-02-30T00:00:00Z",
        "ce-time|",
        "content-type|''",
      })
  void a_header_that_is_not_right_makes_it_no_event(String name, String value) {
    Message message = EventCodec.encode(EVENT).with(name, value == null ? "" : value);
    assertThat(EventCodec.decode(TOPIC, message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce-specversion",
        "ce-type",
        "ce-source",
        "ce-id",
        "ce-subject",
        "ce-seq",
        "ce-time",
        "content-type"
      })
  void a_header_that_is_missing_makes_it_no_event(String name) {
    Message whole = EventCodec.encode(EVENT);
    Message message = Message.of(whole.payload());
    for (var header : whole.headers().values().entrySet()) {
      message =
          header.getKey().equals(name) ? message : message.with(header.getKey(), header.getValue());
    }
    assertThat(EventCodec.decode(TOPIC, message)).isEmpty();
  }

  @Test
  void no_event_is_on_a_reserved_topic() {
    Event event = new Event("e", 1, Beacon.TOPIC, 1, EVENT.at(), Content.of("x"));
    assertThat(EventCodec.decode(Beacon.TOPIC, EventCodec.encode(event))).isEmpty();
  }

  @Test
  void whatever_comes_nothing_is_thrown_and_what_is_read_can_be_written() {
    List<String> names = List.copyOf(EventCodec.encode(EVENT).headers().values().keySet());
    for (int seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String name = names.get(random.nextInt(names.size()));
      damaged(name, random)
          .ifPresent(message -> EventCodec.decode(TOPIC, message)
              .ifPresent(event ->
                  assertThat(EventCodec.decode(TOPIC, EventCodec.encode(event))).contains(event)));
    }
  }

  private static Optional<Message> damaged(String name, SplittableRandom random) {
    Message whole = EventCodec.encode(EVENT);
    byte[] value = whole.headers().get(name).orElseThrow().getBytes(StandardCharsets.UTF_8);
    String other = new String(Mutations.of(value, random), StandardCharsets.UTF_8);
    try {
      return Optional.of(whole.with(name, other));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
