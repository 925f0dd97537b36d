package io.belfry.service.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.belfry.message.Topic;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one beacon, each part in its place and nothing besides. */
final class BeaconReader {

  private final JsonParser json;

  BeaconReader(JsonParser json) {
    this.json = json;
  }

  Beacon read() throws IOException {
    require(json.nextToken() == JsonToken.START_OBJECT);
    require(number("v") == BeaconCodec.VERSION);
    name("epoch");
    require(json.nextToken() == JsonToken.VALUE_STRING);
    String epoch = json.getText();
    long offset = number("offset");
    long since = number("since");
    Map<Topic, Long> heads = heads();
    require(json.nextToken() == JsonToken.END_OBJECT);
    require(json.nextToken() == null);
    return new Beacon(epoch, offset, since, heads);
  }

  private Map<Topic, Long> heads() throws IOException {
    name("heads");
    require(json.nextToken() == JsonToken.START_OBJECT);
    Map<Topic, Long> heads = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      require(heads.size() < Beacon.MAX_HEADS);
      heads.put(new Topic(json.currentName()), integer());
    }
    require(json.currentToken() == JsonToken.END_OBJECT);
    return heads;
  }

  private long number(String name) throws IOException {
    name(name);
    return integer();
  }

  private long integer() throws IOException {
    require(json.nextToken() == JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  private void name(String expected) throws IOException {
    require(json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals(expected));
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("This is no beacon.");
    }
  }
}
