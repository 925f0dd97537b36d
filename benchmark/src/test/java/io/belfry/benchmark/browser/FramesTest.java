package io.belfry.benchmark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.wire.BreakdownException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

  private final List<String> messages = new ArrayList<>();
  private final Frames frames = new Frames(
      message -> messages.add(StandardCharsets.US_ASCII.decode(message).toString()));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
  void a_message_of_any_length_is_taken_when_it_is_complete(int length) {
    String text = "x".repeat(length);
    ByteBuffer all = frame(text);
    ByteBuffer in = ByteBuffer.allocate(all.limit() + 1);
    in.put(all.slice(0, all.limit() - 1)).flip();
    frames.take(in);
    assertThat(messages).isEmpty();
    in.compact().put(all.get(all.limit() - 1)).flip();
    frames.take(in);
    assertThat(messages).containsExactly(text);
    assertThat(in.hasRemaining()).isFalse();
  }

  @Test
  void several_come_together() {
    frames.take(ByteBuffer.allocate(20).put(frame("one")).put(frame("two")).flip());
    assertThat(messages).containsExactly("one", "two");
  }

  @Test
  void the_end_is_told() {
    ByteBuffer close = ByteBuffer.wrap(new byte[] {(byte) 0x88, 0});
    assertThatThrownBy(() -> frames.take(close)).isInstanceOf(BreakdownException.class);
  }

  @Test
  void what_a_client_sends_is_masked() {
    ByteBuffer shortOne = Frames.text(Bytes.ascii("hi"));
    assertThat(shortOne.remaining()).isEqualTo(2 + 4 + 2);
    assertThat(shortOne.get(1)).isEqualTo((byte) (0x80 | 2));
    ByteBuffer longOne = Frames.text(new byte[200]);
    assertThat(longOne.get(1)).isEqualTo((byte) (0x80 | 126));
    assertThat(longOne.getShort(2)).isEqualTo((short) 200);
  }

  private static ByteBuffer frame(String text) {
    ByteBuffer frame = ByteBuffer.allocate(text.length() + 10).put((byte) 0x81);
    if (text.length() < 126) {
      frame.put((byte) text.length());
    } else if (text.length() < 1 << 16) {
      frame.put((byte) 126).putShort((short) text.length());
    } else {
      frame.put((byte) 127).putLong(text.length());
    }
    return frame.put(Bytes.ascii(text)).flip();
  }
}
