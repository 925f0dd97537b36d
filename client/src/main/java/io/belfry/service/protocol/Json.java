package io.belfry.service.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.belfry.message.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON as bytes and as a tree. */
final class Json {

  /** The null of JSON, which is a value. */
  static final Object NULL = new Object() {
    @Override
    public String toString() {
      return "null";
    }
  };

  /**
   * A character beyond the first 65,536 as it is, not as two escapes that take three times more.
   */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
      .build();

  private Json() {}

  /**
   * The tree of strict JSON in strict UTF-8.
   *
   * @throws io.belfry.service.ServiceException with {@code BAD_REQUEST} and a sentence
   */
  static Object read(Payload payload) {
    return new JsonReader(payload).read();
  }

  /** The bytes of a tree; none if there would be more than that. */
  static Optional<Payload> write(Object tree, int most) {
    Bounded bytes = new Bounded(most);
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      write(tree, generator);
    } catch (TooManyException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(bytes.payload());
  }

  private static void write(Object tree, JsonGenerator to) throws IOException {
    if (tree instanceof JsonObject object) {
      to.writeStartObject();
      for (Map.Entry<String, Object> field : object.fields().entrySet()) {
        to.writeFieldName(field.getKey());
        write(field.getValue(), to);
      }
      to.writeEndObject();
    } else if (tree instanceof List<?> list) {
      to.writeStartArray();
      for (Object item : list) {
        write(item, to);
      }
      to.writeEndArray();
    } else {
      writeScalar(tree, to);
    }
  }

  private static void writeScalar(Object scalar, JsonGenerator to) throws IOException {
    if (scalar instanceof String text) {
      to.writeString(text);
    } else if (scalar instanceof Long number) {
      to.writeNumber(number);
    } else if (scalar instanceof Boolean flag) {
      to.writeBoolean(flag);
    } else {
      throw new IllegalArgumentException("This is nothing that is written as JSON: " + scalar);
    }
  }

  /** Bytes up to a limit, so that an answer that grows too large ends early. */
  private static final class Bounded extends ByteArrayOutputStream {

    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public synchronized void write(byte[] from, int start, int size) {
      if (size > most - count) {
        throw new TooManyException();
      }
      super.write(from, start, size);
    }

    Payload payload() {
      return Payload.wrap(buf, 0, count);
    }
  }

  /** There is no room for what is written. */
  private static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
