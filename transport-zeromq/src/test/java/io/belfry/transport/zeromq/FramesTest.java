package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frames, byte by byte. */
class FramesTest {

  private static final int ROUNDS = 20_000;
  private static final byte[] NAME = bytes("a.b");

  @Test
  void a_message_stands_in_its_frame_as_it_is_written_down() {
    Message message = new Message(Headers.of("x", "é"), Payload.of("hi"));
    assertThat(HexFormat.of().formatHex(Frames.encode(0, NAME, message)))
        .isEqualTo("612e62" + "00" + "0005" + "783ac3a90a" + "6869");
  }

  @Test
  void the_first_bytes_are_left_for_the_caller() {
    byte[] frame = Frames.encode(3, NAME, Message.of(""));
    assertThat(HexFormat.of().formatHex(frame)).isEqualTo("000000" + "612e62" + "00" + "0000");
  }

  @Test
  void any_message_comes_out_as_it_went_in() {
    Samples samples = new Samples(1);
    for (int i = 0; i < ROUNDS; i++) {
      String name = samples.topic().name();
      Message message = samples.message();
      int reserved = samples.below(20);
      byte[] frame = Frames.encode(reserved, bytes(name), message);
      int end = Frames.nameEnd(frame, reserved);
      assertThat(Frames.name(frame, reserved, end)).isEqualTo(name);
      assertThat(Frames.message(frame, end)).isEqualTo(message);
    }
  }

  @Test
  void headers_of_the_greatest_size_come_out_as_they_went_in() {
    int rest = Headers.MAX_BYTES - "h".length() - 2;
    Message message = new Message(Headers.of("h", "x".repeat(rest)), Payload.EMPTY);
    byte[] frame = Frames.encode(0, NAME, message);
    assertThat(Frames.message(frame, NAME.length)).isEqualTo(message);
    assertThat(frame.length).isLessThanOrEqualTo(Frames.MAX_OVERHEAD);
  }

  @Test
  void random_bytes_are_read_or_refused_and_nothing_else() {
    Samples samples = new Samples(2);
    byte[] good = Frames.encode(0, NAME, Message.of("payload").with("name", "value"));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = i % 2 == 0 ? samples.bytes(60) : samples.damaged(good);
      requireReadOrRefused(() -> Frames.message(bytes, Frames.nameEnd(bytes, 0)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x\n",
        ":\n",
        "9:v\n",
        "a:b\0\n",
        "a b:c\n",
        "\n",
        "a:b\nc",
        "belfry-priority:many\n",
        "belfry-expiry-ms:0\n"
      })
  void lines_that_are_no_headers_are_refused(String lines) {
    byte[] frame = bytes("a\0\0" + (char) lines.length() + lines);
    assertThatIllegalArgumentException().isThrownBy(() -> Frames.message(frame, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a\0", "a\0\0", "a\0\0\5a:b\n"})
  void a_frame_that_ends_early_is_refused(String frame) {
    byte[] bytes = bytes(frame);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Frames.message(bytes, Frames.nameEnd(bytes, 0)));
  }

  /** Fails if anything is thrown that the reading thread does not expect. */
  static void requireReadOrRefused(ThrowingSupplier<?> reading) {
    try {
      reading.get();
    } catch (IllegalArgumentException e) {
      // So it should be.
    } catch (Throwable e) {
      throw new AssertionError("neither read nor refused", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
