package io.belfry.packing.form;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes packs, and knows them. */
public final class Packs {

  /** More is no pack: what is small on the wire must not fill the memory. */
  public static final int MOST = 10_000;

  /** What a message costs beside its headers and its payload. */
  public static final int MESSAGE_BYTES = Short.BYTES + Integer.BYTES;

  /** What a pack costs beside its entries, at most. */
  public static final int PACK_BYTES = Byte.BYTES + Integer.BYTES + Questions.ASKER_LENGTH;

  /** What an entry costs beside its message, at most. */
  public static final int ENTRY_BYTES = 64;

  private static final String HEADER = "content-type";

  /** All versions begin so. */
  private static final String ANY_VERSION = "application/vnd.belfry.pack";

  static final String TYPE = ANY_VERSION + "; version=1";

  private static final Headers HEADERS = Headers.of(HEADER, TYPE);

  private static final int ASCII = 0x80;
  private static final int LONGEST_CHAR = 3;
  private static final int SIGNS = 2;

  private Packs() {}

  /**
   * Whether a message says that it is a pack, of whichever version.
   *
   * @param message what came, or is to be sent
   * @return true also if it is not well-formed
   */
  public static boolean isPack(Message message) {
    if (message.headers().isEmpty()) {
      return false;
    }
    Optional<String> type = message.headers().get(HEADER);
    return type.isPresent() && type.get().startsWith(ANY_VERSION);
  }

  /**
   * About how many bytes a message takes in a pack: not fewer than it does.
   *
   * @param message the message
   * @return the bytes, without those of an entry
   */
  public static int size(Message message) {
    int size = MESSAGE_BYTES + message.payload().size();
    if (message.headers().isEmpty()) {
      return size;
    }
    for (Map.Entry<String, String> header : message.headers().values().entrySet()) {
      size += header.getKey().length() + SIGNS + bytes(header.getValue());
    }
    return size;
  }

  /**
   * Packs what was published or pushed.
   *
   * @param messages two or more
   * @return the pack
   */
  public static Message ofMessages(List<Message> messages) {
    Writer writer = new Writer(Kind.MESSAGES, messages.size(), sizeOf(messages));
    for (Message message : messages) {
      writer.message(message);
    }
    return pack(writer);
  }

  /**
   * Packs requests.
   *
   * @param questions the requests
   * @return the pack
   */
  public static Message ofQuestions(Questions questions) {
    List<Question> all = questions.questions();
    int size = sizeOf(all.stream().map(Question::message).toList());
    Writer writer = new Writer(Kind.QUESTIONS, all.size(), size + all.size() * ENTRY_BYTES);
    writer.bytes(questions.asker().getBytes(StandardCharsets.US_ASCII));
    for (Question question : all) {
      writer.number(question.number());
      writer.size((int) Math.min(Integer.MAX_VALUE, question.patience()));
      writer.message(question.message());
    }
    return pack(writer);
  }

  /**
   * Packs what requests have come to.
   *
   * @param answers the outcomes, or none, if there is none yet
   * @return the pack
   */
  public static Message ofAnswers(List<Answer> answers) {
    int size = sizeOf(answers.stream().map(each -> each.outcome().message()).toList());
    Writer writer = new Writer(Kind.ANSWERS, answers.size(), size + answers.size() * ENTRY_BYTES);
    for (Answer answer : answers) {
      writer.number(answer.number());
      writer.text(answer.outcome().status());
      writer.message(answer.outcome().message());
    }
    return pack(writer);
  }

  private static Message pack(Writer writer) {
    return new Message(HEADERS, writer.payload());
  }

  private static int sizeOf(List<Message> messages) {
    int size = 0;
    for (Message message : messages) {
      size += size(message);
    }
    return size;
  }

  private static int bytes(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        bytes += LONGEST_CHAR - 1;
      }
    }
    return bytes;
  }
}
