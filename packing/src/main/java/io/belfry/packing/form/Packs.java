package io.belfry.packing.form;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.delivery.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  /** Of an answer by itself: what it answers, and how. */
  static final String ANSWER = "belfry-answer";

  /** All versions begin so. */
  private static final String ANY_VERSION = "application/vnd.belfry.pack";

  static final String TYPE = ANY_VERSION + "; version=1";

  private static final Headers HEADERS = Headers.of(HEADER, TYPE);

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
   * How many bytes a message takes in a pack at most, which it does if its headers are not those of
   * the message before.
   *
   * @param message the message
   * @return the bytes, without those of an entry
   */
  public static int size(Message message) {
    return MESSAGE_BYTES + message.headers().bytes() + message.payload().size();
  }

  /**
   * Packs what was published or pushed.
   *
   * @param messages two or more; the list stays as it is, since it is written only on the wire
   * @return the pack
   */
  public static Message ofMessages(List<Message> messages) {
    return pack(Kind.MESSAGES, messages.size(), pen -> {
      for (Message message : messages) {
        pen.message(message);
      }
    });
  }

  /**
   * Packs requests.
   *
   * @param questions the requests
   * @return the pack
   */
  public static Message ofQuestions(Questions questions) {
    List<Question> all = questions.questions();
    return pack(Kind.QUESTIONS, all.size(), pen -> {
      pen.text(questions.asker());
      for (Question question : all) {
        pen.number(question.number());
        pen.size((int) Math.min(Integer.MAX_VALUE, question.patience()));
        pen.message(question.message());
      }
    });
  }

  /**
   * Packs what requests have come to.
   *
   * @param answers the outcomes, or none, if there is none yet; the list stays as it is
   * @return the pack
   */
  public static Message ofAnswers(List<Answer> answers) {
    return pack(Kind.ANSWERS, answers.size(), pen -> {
      for (Answer answer : answers) {
        String status = answer.outcome().status();
        pen.number(answer.number());
        pen.octet((byte) status.length());
        pen.text(status);
        pen.message(answer.outcome().message());
      }
    });
  }

  /**
   * An answer by itself, whose payload may be as large as that of any message.
   *
   * @param answer the outcome
   * @return a message that is no pack
   * @throws IllegalArgumentException if its headers leave no room for one more
   */
  public static Message ofAnswer(Answer answer) {
    Outcome outcome = answer.outcome();
    return outcome.message().with(ANSWER, answer.number() + " " + outcome.status());
  }

  /** Its entries are put down twice: once to know their length, and where they are wanted. */
  private static Message pack(Kind kind, int count, Consumer<Pen> entries) {
    Consumer<Pen> all = pen -> {
      pen.octet(kind.number());
      pen.size(count);
      entries.accept(pen);
    };
    Ruler ruler = new Ruler();
    all.accept(ruler);
    return new Message(
        HEADERS,
        Payload.written(ruler.length(), (target, at) -> all.accept(new Writer(target, at))));
  }
}
