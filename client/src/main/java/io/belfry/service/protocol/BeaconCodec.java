package io.belfry.service.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A beacon as a message of the wire: JSON, such as
 * {@code {"v":1,"epoch":"e5","offset":90,"since":80,"heads":{"weather":7}}}.
 */
public final class BeaconCodec {

  static final int VERSION = 1;

  /** More than {@value Beacon#MAX_HEADS} of the longest names need, every character escaped. */
  private static final int MAX_BYTES = 1_048_576;

  private static final JsonFactory JSON = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(2)
          .maxNumberLength(19)
          .maxStringLength(1_000)
          .maxNameLength(1_000)
          .build())
      .build();

  private BeaconCodec() {}

  /**
   * Writes a beacon.
   *
   * @param beacon the beacon
   * @return the message to publish on {@link Beacon#TOPIC}
   */
  public static Message encode(Beacon beacon) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(beacon, json);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can't fail to be written to.", e);
    }
    return Message.of(Payload.copyOf(bytes.toByteArray())).with("content-type", "application/json");
  }

  /**
   * Reads a beacon. Anybody may write to a wire, so nothing is taken on trust.
   *
   * @param message the message
   * @return the beacon; empty if the message is none, or one of another version
   */
  public static Optional<Beacon> decode(Message message) {
    Payload payload = message.payload();
    if (payload.size() > MAX_BYTES) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(payload.toBytes())) {
      return Optional.of(new BeaconReader(json).read());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void write(Beacon beacon, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("v", VERSION);
    json.writeStringField("epoch", beacon.epoch());
    json.writeNumberField("offset", beacon.offset());
    json.writeNumberField("since", beacon.since());
    json.writeObjectFieldStart("heads");
    for (Map.Entry<Topic, Long> head : beacon.heads().entrySet()) {
      json.writeNumberField(head.getKey().name(), head.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
