package io.belfry.service.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one text of JSON. It is stricter than most readers: the bytes are well-formed UTF-8, no
 * name stands twice in an object, no half of a character is escaped, nothing follows, and nothing
 * is deeper or has longer names and numbers than anything of ours.
 */
final class JsonReader {

  static final int MAX_DEPTH = 16;
  private static final int MAX_NAME = 1_000;
  private static final int MAX_DIGITS = 100;

  /** Names are neither kept nor interned: strangers choose them. */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxNameLength(MAX_NAME)
          .maxNumberLength(MAX_DIGITS)
          .maxStringLength(Integer.MAX_VALUE)
          .build())
      .build();

  private final Payload payload;

  JsonReader(Payload payload) {
    this.payload = payload;
  }

  Object read() {
    CharBuffer text = decode();
    try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.limit())) {
      parser.nextToken();
      Object tree = value(parser);
      if (parser.nextToken() != null) {
        throw fault("something follows after its end");
      }
      return tree;
    } catch (StreamConstraintsException e) {
      throw fault("it is nested too deeply, or a name or a number in it is too long");
    } catch (JsonProcessingException e) {
      throw fault("there is a fault " + place(e));
    } catch (IOException e) {
      throw fault("it can't be read");
    }
  }

  private CharBuffer decode() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(payload.toBuffer());
    } catch (CharacterCodingException e) {
      throw fault("its bytes are not well-formed UTF-8");
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw fault("it is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> whole(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Json.NULL;
      default -> throw fault("it has no value where one must be");
    };
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = whole(parser.currentName());
      parser.nextToken();
      if (fields.putIfAbsent(name, value(parser)) != null) {
        throw fault("the field '" + Excerpt.of(name) + "' stands twice in one object");
      }
    }
    return new JsonObject(fields);
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  /** A long, or else whatever tells that it is none. */
  private static Number number(JsonParser parser) throws IOException {
    boolean isLong = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return isLong ? (Number) parser.getLongValue() : (Number) parser.getDoubleValue();
  }

  private static String whole(String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw fault("a text in it has half a character (an unpaired surrogate)");
    }
    return text;
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "in it"
        : "at about character " + (e.getLocation().getCharOffset() + 1);
  }

  private static ServiceException fault(String what) {
    return new ServiceException(
        Code.BAD_REQUEST, "This is not the JSON that is understood here: " + what + ".");
  }
}
