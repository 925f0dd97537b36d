package io.belfry.packing.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PacksTest {

  private static final String ASKER = "0123456789abcdef0123456789abcdef";
  private static final Headers TYPE =
      Headers.of("content-type", "application/vnd.belfry.pack; version=1");
  private static final int TRIES = 20_000;

  @Test
  void messages_come_out_as_they_went_in() throws Malformed {
    Message euro = Message.of("12.5").with("unit", "€").with("empty", "");
    List<Message> messages =
        List.of(euro, Message.of("13").with("unit", "€").with("empty", ""), Message.of(""), euro);

    assertThat(Reader.messages(Packs.ofMessages(messages))).isEqualTo(messages);
  }

  @Test
  void two_messages_are_these_very_bytes() {
    Message pack = Packs.ofMessages(
        List.of(Message.of("12.5").with("unit", "EUR"), Message.of("7").with("unit", "EUR")));

    assertThat(pack.headers()).isEqualTo(TYPE);
    assertThat(HexFormat.of().formatHex(pack.payload().toBytes()))
        .isEqualTo("01" + "00000002"
            + "0009" + "00000004" + "756e69743a4555520a" + "31322e35"
            + "0001" + "00000001" + "37");
  }

  @Test
  void questions_come_out_as_they_went_in() throws Malformed {
    Questions questions = new Questions(
        ASKER,
        List.of(
            new Question(-1, 0, Message.of("a")),
            new Question(7, 20_000, Message.of("b").with("language", "de"))));

    assertThat(Reader.questions(Packs.ofQuestions(questions))).isEqualTo(questions);
  }

  @Test
  void answers_come_out_as_they_went_in() throws Malformed {
    List<Answer> answers = List.of(
        new Answer(1, Outcome.ok(Message.of("yes"))),
        new Answer(2, Outcome.failure(Category.REFUSED, "Not on Sundays.")),
        Answer.notBegun(3));

    assertThat(Reader.answers(Packs.ofAnswers(answers))).isEqualTo(answers);
    assertThat(Reader.answers(Packs.ofAnswers(List.of()))).isEmpty();
  }

  @Test
  void an_answer_by_itself_comes_out_as_it_went_in() throws Malformed {
    for (Answer answer : List.of(
        new Answer(Long.MIN_VALUE, Outcome.ok(Message.of("yes").with("language", "en"))),
        new Answer(2, Outcome.failure(Category.REFUSED, "Not on Sundays.")))) {
      Message alone = Packs.ofAnswer(answer);
      assertThat(alone.payload()).isEqualTo(answer.outcome().message().payload());
      assertThat(Reader.answers(alone)).containsExactly(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "ok", "ok 7", " 7 ok", "7.5 ok", "9223372036854775808 ok"})
  void an_answer_by_itself_that_does_not_say_what_it_answers_is_refused(String about) {
    Message alone = Message.of("yes").with("belfry-answer", about);
    assertThatThrownBy(() -> Reader.answers(alone)).isInstanceOf(Malformed.class);
  }

  @Test
  void the_size_of_a_message_is_told_before_it_is_written() {
    for (Message message : List.of(
        Message.of(""),
        Message.of("a").with("name", "Grüße, 天气 🔔"),
        Message.of("b").with("c", ""))) {
      int taken = Packs.ofMessages(List.of(message)).payload().size() - Byte.BYTES - Integer.BYTES;
      assertThat(Packs.size(message)).isEqualTo(taken);
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', nothing at all",
    "01, a kind alone",
    "0100000000, no message",
    "0100002711 000000000000, more messages than there may be",
    "01ffffffff 000000000000, a negative number of messages",
    "0200000001 000000000000, another kind",
    "0900000001 000000000000, an unknown kind",
    "0100000001 0000, a message that ends too soon",
    "0100000001 000000000002 61, a payload that ends too soon",
    "0100000001 0000ffffffff 61, a payload of negative length",
    "0100000001 00007fffffff 61, a payload of enormous length",
    "0100000001 ffff00000000 61, headers that end too soon",
    "0100000001 000100000000, headers of a message before the first",
    "0100000001 000300000000 613a62, a header without an end",
    "0100000001 000200000000 610a, a header without a colon",
    "0100000001 000400000000 0a3a620a, a header whose name is a line feed",
    "0100000001 000400000000 613aff0a, a header that is not UTF-8",
    "0100000001 000000000001 61 00, something behind the end",
    "0100000002 000000000001 61, fewer messages than it says",
  })
  void what_is_no_pack_is_refused(String hex, String why) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    Message pack = new Message(TYPE, Payload.copyOf(bytes));

    assertThatThrownBy(() -> Reader.messages(pack)).as(why).isInstanceOf(Malformed.class);
  }

  @Test
  void a_pack_in_a_pack_is_refused() {
    Message inner = Packs.ofMessages(List.of(Message.of("a"), Message.of("b")));
    Message outer = Packs.ofMessages(List.of(Message.of("c"), inner));

    assertThatThrownBy(() -> Reader.messages(outer)).isInstanceOf(Malformed.class);
  }

  @Test
  void a_message_with_a_wish_in_a_pack_is_refused() {
    for (Message wish : List.of(
        Message.of("a").withExpiry(Duration.ofSeconds(1)), Message.of("b").withPriority(9))) {
      Message pack = Packs.ofMessages(List.of(Message.of("c"), wish));
      assertThatThrownBy(() -> Reader.messages(pack)).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void another_version_is_known_for_a_pack_and_refused() {
    Message pack = Packs.ofMessages(List.of(Message.of("a"), Message.of("b")));
    Message later = new Message(
        Headers.of("content-type", "application/vnd.belfry.pack; version=2"), pack.payload());

    assertThat(Packs.isPack(later)).isTrue();
    assertThatThrownBy(() -> Reader.messages(later)).isInstanceOf(Malformed.class);
  }

  @Test
  void damaged_packs_are_read_to_the_end_or_refused_and_nothing_else() {
    Message message = Message.of("payload").with("name", "value");
    List<byte[]> sound = List.of(
        Packs.ofMessages(List.of(message, Message.of("x"), message)).payload().toBytes(),
        Packs.ofQuestions(new Questions(ASKER, List.of(new Question(1, 2, message))))
            .payload()
            .toBytes(),
        Packs.ofAnswers(List.of(new Answer(5, Outcome.ok(message)))).payload().toBytes());
    Random random = new Random(17);
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = damaged(sound.get(i % sound.size()), random);
      refused += isRefused(new Message(TYPE, Payload.copyOf(bytes))) ? 1 : 0;
    }
    assertThat(refused).isBetween(TRIES / 4, TRIES);
  }

  /** Cut, lengthened, or with bytes and whole numbers replaced. */
  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = Arrays.copyOf(
        sound,
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(sound.length);
          case 1 -> sound.length + random.nextInt(9);
          default -> sound.length;
        });
    for (int i = random.nextInt(3); i > 0 && bytes.length > Integer.BYTES; i--) {
      int at = random.nextInt(bytes.length - Integer.BYTES);
      if (random.nextBoolean()) {
        bytes[at] = (byte) random.nextInt();
      } else {
        int[] extremes = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 1 << 16, random.nextInt()};
        ByteBuffer.wrap(bytes).putInt(at, extremes[random.nextInt(extremes.length)]);
      }
    }
    return bytes;
  }

  private static boolean isRefused(Message pack) {
    int refusals = 0;
    for (Reading reading : List.<Reading>of(Reader::messages, Reader::questions, Reader::answers)) {
      try {
        assertThat(reading.read(pack)).isNotNull();
      } catch (Malformed e) {
        assertThat(e).hasMessageStartingWith("A pack was refused: ");
        refusals++;
      }
    }
    return refusals == 3;
  }

  private interface Reading {
    Object read(Message pack) throws Malformed;
  }

  @Test
  void headers_that_break_a_rule_together_are_refused() {
    Message full = new Message(new Headers(Map.of("all", "x".repeat(16_379))), Payload.EMPTY);
    byte[] bytes = Packs.ofMessages(List.of(full)).payload().toBytes();
    byte[] more = new byte[bytes.length + 4];
    System.arraycopy(bytes, 0, more, 0, bytes.length);
    System.arraycopy("b:c\n".getBytes(StandardCharsets.US_ASCII), 0, more, bytes.length, 4);
    ByteBuffer.wrap(more).putShort(5, (short) (16_384 + 4));

    assertThatThrownBy(() -> Reader.messages(new Message(TYPE, Payload.copyOf(more))))
        .isInstanceOf(Malformed.class);
  }
}
