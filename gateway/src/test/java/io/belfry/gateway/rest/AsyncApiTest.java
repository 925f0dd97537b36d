package io.belfry.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Mode;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshot;
import io.belfry.service.protocol.Operation;
import io.belfry.service.protocol.Operations;
import io.belfry.service.protocol.TellingCodec;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What asyncapi.json says is what is told. */
class AsyncApiTest {

  private static final Topic TOPIC = new Topic("weather.paris");
  private static final Content BYTES = new Content("image/png", Payload.copyOf(new byte[] {-1}));

  private final Map<String, Object> document = read();
  private final Schema schema = new Schema(document);

  @Test
  void what_is_told_is_described() throws Exception {
    Event event = new Event("e7", 813, TOPIC, 18, Instant.EPOCH, Content.of("5 °C"));
    assertDescribed("stream", "message", TellingCodec.encode(event));
    assertDescribed(
        "stream",
        "message",
        TellingCodec.encode(new Event("e7", 1, TOPIC, 1, Instant.now(), BYTES)));
    assertDescribed(
        "stream",
        "snapshot",
        TellingCodec.encode(new Snapshot("e7", TOPIC, Mode.APPEND, 0, 1, Content.of(""))));
    assertDescribed("stream", "gap", TellingCodec.encode(Gap.expired("e7", TOPIC, 0, 2)));
    assertDescribed("stream", "gap", TellingCodec.encode(Gap.newLog("e8")));
    for (ServiceException.Code code : ServiceException.Code.values()) {
      assertDescribed("stream", "end", TellingCodec.encode(new ServiceException(code, "So.")));
    }
    assertDescribed(
        "stream", "end", TellingCodec.encode(ServiceException.busy("So.", Duration.ofMillis(5))));
  }

  @Test
  void the_events_of_a_stream_have_their_names() {
    assertThat(at("channels", "stream", "messages"))
        .containsOnlyKeys("message", "snapshot", "gap", "end");
    assertThat(at("channels", "stream")).containsEntry("address", "/api/v1/stream");
  }

  @Test
  void every_operation_of_the_service_has_a_channel() {
    assertThat(at("channels", "operation", "parameters", "operation").get("enum"))
        .isEqualTo(Operations.ALL.stream().<Object>map(Operation::name).toList());
  }

  @Test
  void every_reference_leads_somewhere() {
    List<Map<?, ?>> targets = new ArrayList<>();
    follow(document, targets);
    assertThat(targets).isNotEmpty();
  }

  private void follow(Object value, List<Map<?, ?>> targets) {
    if (value instanceof Map<?, ?> object) {
      if (object.containsKey("$ref")) {
        targets.add(schema.followed(object));
      }
      object.values().forEach(inner -> follow(inner, targets));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> follow(inner, targets));
    }
  }

  private void assertDescribed(String channel, String message, Payload told) throws IOException {
    Map<?, ?> described = schema.followed(at("channels", channel, "messages").get(message));
    assertThat(described.get("name")).isEqualTo(message);
    assertThat(schema.faults(described.get("payload"), JSON.std.anyFrom(told.text())))
        .isEmpty();
  }

  private Map<String, Object> at(String... steps) {
    Map<String, Object> at = document;
    for (String step : steps) {
      Map<String, Object> next = new java.util.LinkedHashMap<>();
      ((Map<?, ?>) Objects.requireNonNull(at.get(step), step))
          .forEach((name, value) -> next.put(name.toString(), value));
      at = next;
    }
    return at;
  }

  private static Map<String, Object> read() {
    try (InputStream resource =
        Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream("asyncapi.json"))) {
      return JSON.std.mapFrom(resource.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
