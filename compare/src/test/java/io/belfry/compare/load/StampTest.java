package io.belfry.compare.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Payload;
import org.junit.jupiter.api.Test;

class StampTest {

  private static final Stamp STAMP = new Stamp(-7, 3, 1L << 40, Long.MIN_VALUE + 5, -1);

  @Test
  void what_is_written_is_read() {
    assertThat(Stamp.of(STAMP.payload(Stamp.SIZE))).contains(STAMP);
    assertThat(Stamp.of(STAMP.payload(5_000))).contains(STAMP);
    assertThat(STAMP.payload(5_000).size()).isEqualTo(5_000);
  }

  @Test
  void damage_to_any_byte_is_noticed() {
    byte[] whole = STAMP.payload(200).toBytes();
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      assertThat(Stamp.of(Payload.copyOf(damaged))).as("byte " + i).isEmpty();
    }
  }

  @Test
  void what_is_cut_off_or_added_is_noticed() {
    byte[] whole = STAMP.payload(100).toBytes();
    assertThat(Stamp.of(Payload.wrap(whole, 0, 99))).isEmpty();
    assertThat(Stamp.of(Payload.wrap(whole, 0, 10))).isEmpty();
    assertThat(Stamp.of(Payload.EMPTY)).isEmpty();
    assertThat(Stamp.of(Payload.of(STAMP.payload(100).text() + "a"))).isEmpty();
    assertThat(Stamp.of(Payload.of("somebody else's message"))).isEmpty();
  }

  @Test
  void it_is_found_in_the_text_of_a_mail() {
    String text = "BLFY is no stamp. Dear reader,\n" + STAMP.payload(80).text() + "\nBLFYxyz";
    Stamp.Found found = Stamp.in(text, 0).orElseThrow();
    assertThat(found.stamp()).isEqualTo(STAMP);
    assertThat(Stamp.in(text, found.end())).isEmpty();
  }
}
