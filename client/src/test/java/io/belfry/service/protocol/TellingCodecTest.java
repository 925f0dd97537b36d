package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Mode;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TellingCodecTest {

  private static final Topic TOPIC = new Topic("weather.paris");
  private static final Instant TIME = Instant.parse("2026-01-31T09:31:00Z");

  @Test
  void an_event_is_one_line() {
    Event event = new Event("e7", 813, TOPIC, 18, TIME, Content.of("5 °C,\n\"sun\" 🌞"));

    assertThat(TellingCodec.encode(event).text())
        .isEqualTo("{\"epoch\":\"e7\",\"offset\":813,\"topic\":\"weather.paris\",\"seq\":18,"
            + "\"at\":\"2026-01-31T09:31:00Z\",\"content\":{\"type\":\"text/plain; charset=utf-8\","
            + "\"text\":\"5 °C,\\n\\\"sun\\\" 🌞\"}}");
  }

  @Test
  void bytes_are_in_base64() {
    Content content = new Content("image/png", Payload.copyOf(new byte[] {0, -1}));
    Snapshot snapshot = new Snapshot("e7", TOPIC, Mode.REPLACE, 17, 17, content);

    assertThat(TellingCodec.encode(snapshot).text())
        .isEqualTo("{\"epoch\":\"e7\",\"topic\":\"weather.paris\",\"mode\":\"replace\",\"seq\":17,"
            + "\"first\":17,\"content\":{\"type\":\"image/png\",\"base64\":\"AP8=\"}}");
  }

  @Test
  void a_gap_of_the_whole_log_has_no_topic() {
    assertThat(TellingCodec.encode(Gap.expired("e7", TOPIC, 1, 2)).text())
        .isEqualTo("{\"reason\":\"expired\",\"epoch\":\"e7\",\"topic\":\"weather.paris\","
            + "\"from\":1,\"to\":2}");
    assertThat(TellingCodec.encode(Gap.newLog("e8")).text())
        .isEqualTo("{\"reason\":\"new-log\",\"epoch\":\"e8\",\"from\":0,\"to\":0}");
  }

  @Test
  void a_failure_is_that_of_a_reply() {
    assertThat(TellingCodec.encode(new ServiceException(Code.FORBIDDEN, "No.")).text())
        .isEqualTo("{\"code\":\"FORBIDDEN\",\"message\":\"No.\"}");
    assertThat(TellingCodec.encode(ServiceException.busy("Full.", Duration.ofMillis(120)))
            .text())
        .isEqualTo("{\"code\":\"BUSY\",\"message\":\"Full.\",\"retryAfterMs\":120}");
  }

  @Test
  void what_is_told_reads_as_it_does_in_an_answer() {
    Samples samples = new Samples(7);
    for (int i = 0; i < 50; i++) {
      Snapshot snapshot = samples.snapshot();
      Object json = Json.read(TellingCodec.encode(snapshot));
      assertThat(Records.SNAPSHOT.fromJson(json, Reading.ANSWER)).isEqualTo(snapshot);
    }
  }
}
