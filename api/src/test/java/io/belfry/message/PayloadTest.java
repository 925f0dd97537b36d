package io.belfry.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.trials.Trials;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {

  private static final byte[] BYTES = {1, 2, 3, 4, 5};

  @Test
  void a_copy_does_not_follow_its_source() {
    byte[] source = BYTES.clone();
    Payload payload = Payload.copyOf(source);
    source[0] = 99;
    assertThat(payload.toBytes()).isEqualTo(BYTES);
  }

  @Test
  void a_view_is_a_part_of_its_array_without_a_copy() {
    byte[] frame = BYTES.clone();
    Payload view = Payload.wrap(frame, 1, 3);
    assertThat(view.toBytes()).containsExactly(2, 3, 4);
    frame[1] = 99; // what nobody may do; it shows that there is no copy
    assertThat(view.at(0)).isEqualTo((byte) 99);
  }

  @Test
  void what_is_taken_out_is_a_copy() {
    Payload payload = Payload.copyOf(BYTES);
    payload.toBytes()[0] = 99;
    assertThat(payload.at(0)).isEqualTo((byte) 1);
  }

  @Test
  void every_view_of_the_same_bytes_is_equal() {
    Trials.run(2_000, random -> {
      byte[] bytes = randomBytes(random, random.nextInt(20));
      byte[] frame = randomBytes(random, bytes.length + 10);
      int offset = random.nextInt(11);
      System.arraycopy(bytes, 0, frame, offset, bytes.length);
      Payload view = Payload.wrap(frame, offset, bytes.length);
      Payload copy = Payload.copyOf(bytes);
      assertThat(view).isEqualTo(copy).hasSameHashCodeAs(copy);
      assertThat(view.toBytes()).isEqualTo(bytes);
      assertThat(view.toBuffer()).isEqualTo(ByteBuffer.wrap(bytes));
    });
  }

  @Test
  void payloads_are_equal_only_if_their_bytes_are() {
    Trials.run(2_000, random -> {
      byte[] one = randomBytes(random, random.nextInt(3));
      byte[] other = randomBytes(random, random.nextInt(3));
      assertThat(Payload.copyOf(one).equals(Payload.copyOf(other)))
          .isEqualTo(Arrays.equals(one, other));
    });
    assertThat(Payload.EMPTY.equals((Object) "")).isFalse();
  }

  @Test
  void a_buffer_begins_at_the_first_byte_and_is_read_only() {
    ByteBuffer buffer = Payload.wrap(BYTES, 2, 2).toBuffer();
    assertThat(buffer.position()).isZero();
    assertThat(buffer.capacity()).isEqualTo(2);
    assertThat(buffer.get(0)).isEqualTo((byte) 3);
    assertThat(buffer.hasArray()).isFalse();
    assertThatThrownBy(() -> buffer.put(0, (byte) 9)).isInstanceOf(ReadOnlyBufferException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "0, 6", "5, 1", "6, 0", "1, -1", "1, 2147483647", "2147483647, 1"})
  void a_view_beyond_its_array_is_refused(int offset, int size) {
    assertThatThrownBy(() -> Payload.wrap(BYTES, offset, size))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_byte_outside_the_view_is_out_of_reach() {
    Payload view = Payload.wrap(BYTES, 1, 3);
    assertThatThrownBy(() -> view.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.at(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.copyTo(new byte[3], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void it_is_copied_to_where_it_is_wanted() {
    byte[] target = new byte[5];
    Payload.wrap(BYTES, 1, 3).copyTo(target, 2);
    assertThat(target).containsExactly(0, 0, 2, 3, 4);
  }

  @Test
  void it_may_be_written_only_where_it_is_wanted() {
    Payload written = Payload.written(3, (target, at) -> System.arraycopy(BYTES, 1, target, at, 3));
    byte[] target = new byte[5];
    written.copyTo(target, 2);
    assertThat(target).containsExactly(0, 0, 2, 3, 4);
    assertThat(written).isEqualTo(Payload.wrap(BYTES, 1, 3)).hasToString("3 bytes");
    assertThat(written.at(2)).isEqualTo((byte) 4);
    assertThat(written.slice(1, 2).toBytes()).containsExactly(3, 4);
    assertThat(Payload.written(0, (array, at) -> array[at] = 1)).isSameAs(Payload.EMPTY);
  }

  @Test
  void it_is_written_once_for_whoever_reads_it_here() {
    AtomicInteger times = new AtomicInteger();
    Payload written =
        Payload.written(1, (target, at) -> target[at] = (byte) times.incrementAndGet());
    assertThat(written.at(0)).isEqualTo((byte) 1);
    assertThat(written.text()).isEqualTo("\u0001");
    assertThat(written.slice(0, 1)).isEqualTo(written);
    assertThat(times).hasValue(1);
  }

  @Test
  void it_is_not_written_where_there_is_no_room() {
    Payload written = Payload.written(2, (target, at) -> target[at] = 1);
    byte[] target = new byte[2];
    assertThatThrownBy(() -> written.copyTo(target, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(target).containsExactly(0, 0);
  }

  @Test
  void text_is_utf8() {
    assertThat(Payload.of("größe 🔔").text()).isEqualTo("größe 🔔");
    assertThat(Payload.of("é").toBytes()).containsExactly(0xc3, 0xa9);
    assertThat(Payload.copyOf(new byte[] {(byte) 0xff}).text()).isEqualTo("\ufffd");
    assertThat(Payload.of("\ud800").text()).isEqualTo("?");
  }

  @Test
  void it_may_be_empty() {
    assertThat(Payload.EMPTY).isEqualTo(Payload.of("")).isEqualTo(Payload.wrap(BYTES, 5, 0));
    assertThat(Payload.EMPTY.size()).isZero();
    assertThat(Payload.EMPTY.toBytes()).isEmpty();
  }

  @Test
  void its_text_form_does_not_show_the_content() {
    assertThat(Payload.of("secret")).hasToString("6 bytes");
  }

  private static byte[] randomBytes(SplittableRandom random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
