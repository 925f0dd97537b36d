package io.belfry.benchmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.wire.Sequence;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanTest {

  private final List<String> found = new ArrayList<>();
  private final Scan scan = new Scan(
      7, (receiver, sequence, size) -> found.add(receiver + ": " + sequence + " of " + size));

  @Test
  void a_text_is_found_with_its_number_and_its_size() {
    look("[{\"data\":\"" + text(20, 1_000) + "\",\"channel\":\"/a\"}]");
    assertThat(found).containsExactly("7: 1000 of 20");
  }

  @Test
  void all_of_a_batch_are_found_however_it_is_cut() {
    String batch = "{\"text\":\"" + text(17, 1) + "\"},{\"text\":\"" + text(40, Long.MAX_VALUE)
        + "\",\"channel\":\"/a\"}";
    for (char c : batch.toCharArray()) {
      look(String.valueOf(c));
    }
    assertThat(found).containsExactly("7: 1 of 17", "7: " + Long.MAX_VALUE + " of 40");
  }

  @Test
  void what_is_cut_short_has_no_number() {
    look("\"~00ff\"");
    assertThat(found).containsExactly("7: -1 of 5");
  }

  @Test
  void the_buffer_stays_as_it_was() {
    ByteBuffer bytes = ByteBuffer.wrap(Bytes.ascii("some"));
    scan.look(bytes);
    assertThat(bytes.remaining()).isEqualTo(4);
  }

  private void look(String text) {
    scan.look(ByteBuffer.wrap(Bytes.ascii(text)));
  }

  private static String text(int size, long number) {
    return Mark.text(Sequence.payload(size, number));
  }
}
