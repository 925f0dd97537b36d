package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Address;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Loss;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.Recipient;
import io.belfry.service.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed to a worker is what it reads. */
class WorkCodecTest {

  private static final int MOST = 10_000;
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Recipient READER = new Recipient("a@example.org", Optional.of("leave"));

  @Test
  void work_is_read_as_it_was_written() {
    for (Notice notice : List.of(changes(Payload.of("삼성전자 ▲\n")), confirmation())) {
      Work work = new Work("w1", new Address("belfry.reports.paris"), NOON, notice);
      assertThat(WorkCodec.work(WorkCodec.encode(work, MOST).orElseThrow())).isEqualTo(work);
    }
  }

  @Test
  void a_report_is_read_as_it_was_written() {
    WorkReport report =
        new WorkReport("w1", List.of(Outcome.delivered(), Outcome.later("450 \"busy\"")));
    assertThat(WorkCodec.report(WorkCodec.encode(report, MOST).orElseThrow())).isEqualTo(report);
  }

  @Test
  void the_examples_of_the_document_are_read_and_written_as_they_stand_there() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "protocol.md"));
    List<Payload> works = examples(document, "Work");
    List<Payload> reports = examples(document, "Report");
    assertThat(works).hasSize(2);
    assertThat(reports).hasSize(1);
    for (Payload each : works) {
      assertThat(Json.read(WorkCodec.encode(WorkCodec.work(each), MOST).orElseThrow()))
          .isEqualTo(Json.read(each));
    }
    for (Payload each : reports) {
      assertThat(Json.read(WorkCodec.encode(WorkCodec.report(each), MOST).orElseThrow()))
          .isEqualTo(Json.read(each));
    }
  }

  private static List<Payload> examples(String document, String kind) {
    return Pattern.compile("(?s)\n" + kind + ":\n\n```json\n(.*?)```\n")
        .matcher(document)
        .results()
        .map(found -> Payload.of(found.group(1)))
        .toList();
  }

  @Test
  void what_is_too_large_is_not_written() {
    Work work = new Work(
        "w1", new Address("belfry.reports.paris"), NOON, changes(Payload.of("x".repeat(MOST))));
    assertThat(WorkCodec.encode(work, MOST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"id\":\"w\",\"replyTo\":\"a\",\"until\":\"2026-01-31T12:00:00Z\"}",
        "{\"id\":\"w\",\"replyTo\":\"\",\"until\":\"2026-01-31T12:00:00Z\",\"changes\":{}}",
        "{\"id\":\"w\",\"outcomes\":[{\"kind\":\"maybe\",\"reason\":\"\"}]}",
      })
  void what_is_none_is_refused(String text) {
    assertThatThrownBy(() -> WorkCodec.work(Payload.of(text))).isInstanceOf(ServiceException.class);
    assertThatThrownBy(() -> WorkCodec.report(Payload.of(text)))
        .isInstanceOf(ServiceException.class);
  }

  private static Changes changes(Payload text) {
    Topic topic = new Topic("금융.주식");
    return new Changes(
        "n1",
        "ko",
        new TopicFilter("금융.#"),
        List.of(READER, new Recipient("b@example.org", Optional.empty())),
        List.of(
            new Change(topic, 7, NOON, "text/plain", text),
            new Change(topic, 8, NOON, "image/png", Payload.wrap(new byte[] {-1, 0}, 0, 2))),
        List.of(new Loss(topic, 6)));
  }

  private static Confirmation confirmation() {
    return new Confirmation("c1", "en", new TopicFilter("#"), READER, "the-code", NOON);
  }
}
