package io.belfry.packing.form;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.delivery.Outcome;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads packs. All of one is read, and every rule held against it, before anything of it is handed
 * over; nothing is believed that the bytes at hand do not bear out.
 */
public final class Reader {

  /** In place of a length of headers: they are those of the message before. */
  static final short AS_BEFORE = 1;

  private final Payload payload;
  private final ByteBuffer in;
  private Headers before = Headers.NONE;

  private Reader(Payload payload) {
    this.payload = payload;
    this.in = payload.toBuffer();
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws Malformed;
  }

  /**
   * Reads what was published or pushed.
   *
   * @param pack what has come
   * @return its messages, in order
   * @throws Malformed if a rule is broken anywhere
   */
  public static List<Message> messages(Message pack) throws Malformed {
    Reader reader = new Reader(pack.payload());
    return soundly(() -> reader.entries(reader.begin(pack, Kind.MESSAGES, 1), reader::wishless));
  }

  /**
   * Reads requests.
   *
   * @param pack what has come
   * @return the requests, in order
   * @throws Malformed if a rule is broken anywhere
   */
  public static Questions questions(Message pack) throws Malformed {
    Reader reader = new Reader(pack.payload());
    return soundly(() -> {
      int count = reader.begin(pack, Kind.QUESTIONS, 1);
      String asker = reader.text(Questions.ASKER_LENGTH);
      if (!asker.matches("[0-9a-f]*")) {
        throw new Malformed("whom to answer is not written in hexadecimal");
      }
      return new Questions(asker, reader.entries(count, reader::question));
    });
  }

  /**
   * Reads what requests have come to.
   *
   * @param pack what has come: a pack, or an answer by itself
   * @return the answers, in order; it may have none
   * @throws Malformed if a rule is broken anywhere
   */
  public static List<Answer> answers(Message pack) throws Malformed {
    Optional<String> about = pack.headers().get(Packs.ANSWER);
    if (about.isPresent()) {
      return List.of(answer(about.get(), pack));
    }
    Reader reader = new Reader(pack.payload());
    return soundly(() -> reader.entries(reader.begin(pack, Kind.ANSWERS, 0), reader::answer));
  }

  private static Answer answer(String about, Message message) throws Malformed {
    Map<String, String> its = new LinkedHashMap<>(message.headers().values());
    its.remove(Packs.ANSWER);
    String[] numberAndStatus = about.split(" ", 2);
    try {
      return new Answer(
          Long.parseLong(numberAndStatus[0]),
          new Outcome(numberAndStatus[1], new Message(new Headers(its), message.payload())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Malformed("what an answer says it is about is no number and status", e);
    }
  }

  private static <T> T soundly(Reading<T> reading) throws Malformed {
    try {
      return reading.read();
    } catch (BufferUnderflowException e) {
      throw new Malformed("it ends too soon", e);
    } catch (IllegalArgumentException e) {
      throw new Malformed("headers break a rule", e);
    }
  }

  private int begin(Message pack, Kind kind, int least) throws Malformed {
    if (!pack.headers().get("content-type").orElse("").equals(Packs.TYPE)) {
      throw new Malformed("its version is another, or it is none at all");
    }
    if (in.get() != kind.number()) {
      throw new Malformed("it does not hold " + kind);
    }
    int count = in.getInt();
    if (count < least || count > Packs.MOST) {
      throw new Malformed("it says that it has " + count + " entries");
    }
    return count;
  }

  private <T> List<T> entries(int count, Reading<T> entry) throws Malformed {
    List<T> entries = new ArrayList<>(Math.min(count, in.remaining()));
    for (int i = 0; i < count; i++) {
      entries.add(entry.read());
    }
    if (in.hasRemaining()) {
      throw new Malformed("something follows its last entry");
    }
    return entries;
  }

  private Question question() throws Malformed {
    long number = in.getLong();
    long patience = in.getInt();
    if (patience < 0) {
      throw new Malformed("a deadline is negative");
    }
    return new Question(number, patience, wishless());
  }

  private Answer answer() throws Malformed {
    long number = in.getLong();
    String status = text(Byte.toUnsignedInt(in.get()));
    return new Answer(number, new Outcome(status, message()));
  }

  /** Whoever packs a message with a wish takes from the wire what it needs to grant it. */
  private Message wishless() throws Malformed {
    Message message = message();
    if (!message.headers().isEmpty()
        && (message.expiry().isPresent() || message.priority().isPresent())) {
      throw new Malformed("a message with an expiry or a priority is in it");
    }
    return message;
  }

  private Message message() throws Malformed {
    int headersLength = Short.toUnsignedInt(in.getShort());
    int length = in.getInt();
    Headers headers = switch (headersLength) {
      case 0 -> Headers.NONE;
      case AS_BEFORE -> sameAsBefore();
      default -> headers(text(headersLength));
    };
    if (length < 0 || length > in.remaining()) {
      throw new Malformed("a payload is longer than the pack");
    }
    Message message = new Message(headers, payload.slice(in.position(), length));
    in.position(in.position() + length);
    if (Packs.isPack(message)) {
      throw new Malformed("another pack is in it");
    }
    if (headersLength != 0) {
      before = headers;
    }
    return message;
  }

  private Headers sameAsBefore() throws Malformed {
    if (before.isEmpty()) {
      throw new Malformed("headers are those of a message before that had none");
    }
    return before;
  }

  private static Headers headers(String lines) throws Malformed {
    Map<String, String> values = new LinkedHashMap<>();
    for (int start = 0; start < lines.length(); ) {
      int end = lines.indexOf('\n', start);
      int colon = lines.indexOf(':', start);
      if (end < 0 || colon < 0 || colon > end) {
        throw new Malformed("a header is no line with a colon");
      }
      values.put(lines.substring(start, colon), lines.substring(colon + 1, end));
      start = end + 1;
    }
    return new Headers(values);
  }

  private String text(int length) throws Malformed {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(next(length)).toString();
      in.position(in.position() + length);
      return text;
    } catch (CharacterCodingException e) {
      throw new Malformed("headers are not in UTF-8", e);
    }
  }

  private ByteBuffer next(int length) {
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return in.slice(in.position(), length);
  }
}
