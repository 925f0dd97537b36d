package io.belfry.compare.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.compare.result.Account;
import io.belfry.message.Payload;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The checker gets streams that were doctored in every way, and has to find what was done. */
class AccountingTest {

  private static final int RUN = 5;
  private static final int COUNT = 100;
  private static final Beat BEAT = Beat.of(1_000, 0, COUNT * 1_000_000L);

  @Test
  void a_good_stream_is_flawless() {
    assertThat(account(stream())).isEqualTo(new Account(COUNT, 0, COUNT, COUNT, 0, 0, 0, 0));
    assertThat(account(stream()).isFlawless()).isTrue();
  }

  @Test
  void what_is_missing_is_lost_wherever_it_was() {
    List<Payload> first = stream();
    first.remove(0);
    assertThat(account(first).lost()).isEqualTo(1);
    List<Payload> last = stream();
    last.remove(COUNT - 1);
    assertThat(account(last).lost()).isEqualTo(1);
    List<Payload> some = stream();
    some.subList(10, 20).clear();
    assertThat(account(some)).isEqualTo(new Account(COUNT, 0, COUNT, 90, 10, 0, 0, 0));
    assertThat(account(List.of()).lost()).isEqualTo(COUNT);
  }

  @Test
  void what_comes_twice_is_repeated_and_nothing_else() {
    List<Payload> twice = stream();
    twice.add(50, twice.get(49));
    twice.add(twice.get(3));
    assertThat(account(twice)).isEqualTo(new Account(COUNT, 0, COUNT, 102, 0, 2, 0, 0));
  }

  @Test
  void what_is_overtaken_is_reordered() {
    List<Payload> swapped = stream();
    Collections.swap(swapped, 30, 31);
    assertThat(account(swapped)).isEqualTo(new Account(COUNT, 0, COUNT, COUNT, 0, 0, 1, 0));
    List<Payload> late = stream();
    late.add(late.remove(0));
    assertThat(account(late).reordered()).isEqualTo(1);
  }

  @Test
  void what_is_damaged_is_corrupt_and_so_the_right_one_is_lost() {
    List<Payload> damaged = stream();
    byte[] bytes = damaged.get(7).toBytes();
    bytes[90] ^= 4;
    damaged.set(7, Payload.copyOf(bytes));
    assertThat(account(damaged)).isEqualTo(new Account(COUNT, 0, COUNT, 99, 1, 0, 0, 1));
  }

  @Test
  void what_nobody_sent_is_corrupt() {
    List<Payload> more = stream();
    more.add(new Stamp(RUN, 0, COUNT, 0, 0).payload(100));
    more.add(Payload.of("hello"));
    assertThat(account(more).corrupt()).isEqualTo(2);
  }

  @Test
  void what_is_left_of_another_run_is_let_go() {
    List<Payload> more = stream();
    more.add(0, new Stamp(RUN + 1, 0, 3, 0, 0).payload(100));
    assertThat(account(more)).isEqualTo(account(stream()));
  }

  @Test
  void what_was_refused_is_not_lost_even_if_it_did_not_come() {
    BitSet refused = new BitSet();
    refused.set(0, 4);
    List<Payload> rest = stream();
    rest.subList(0, 4).clear();
    Account account = Accounting.ofEach(List.of(sent(0, refused)), List.of(heard(rest)));
    assertThat(account).isEqualTo(new Account(96, 4, 96, 96, 0, 0, 0, 0));
  }

  @Test
  void each_publisher_is_followed_by_itself() {
    List<Payload> both = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      both.add(payload(0, i));
      both.add(payload(1, COUNT - 1 - i));
    }
    Account account = Accounting.ofEach(
        List.of(sent(0, new BitSet()), sent(1, new BitSet())), List.of(heard(both)));
    assertThat(account.lost()).isZero();
    assertThat(account.reordered()).isEqualTo(COUNT - 1);
  }

  @Test
  void every_subscriber_is_to_get_everything() {
    List<Payload> some = stream();
    some.subList(0, 5).clear();
    Account account =
        Accounting.ofEach(List.of(sent(0, new BitSet())), List.of(heard(stream()), heard(some)));
    assertThat(account).isEqualTo(new Account(COUNT, 0, 200, 195, 5, 0, 0, 0));
  }

  @Test
  void where_there_is_a_log_its_order_counts() {
    Ear ear = new Ear(RUN, BEAT, Map.of());
    ear.hear(payload(0, 5), 1);
    ear.hear(payload(0, 2), 2);
    ear.hear(payload(0, 7), 4);
    assertThat(ear.heard().reordered()).isZero();
    ear.hear(payload(0, 8), 3);
    assertThat(ear.heard().reordered()).isEqualTo(1);
  }

  @Test
  void work_is_for_one_of_the_workers() {
    List<Payload> even = IntStream.range(0, 50).mapToObj(i -> payload(0, 2 * i)).toList();
    List<Payload> odd =
        IntStream.range(0, 50).mapToObj(i -> payload(0, 2 * i + 1)).toList();
    List<Sent> sent = List.of(sent(0, new BitSet()));
    assertThat(Accounting.ofOne(sent, List.of(heard(even), heard(odd))))
        .isEqualTo(new Account(COUNT, 0, COUNT, COUNT, 0, 0, 0, 0));
    assertThat(Accounting.ofOne(sent, List.of(heard(even), heard(even))))
        .isEqualTo(new Account(COUNT, 0, COUNT, COUNT, 50, 50, 0, 0));
  }

  private static Account account(List<Payload> stream) {
    return Accounting.ofEach(List.of(sent(0, new BitSet())), List.of(heard(stream)));
  }

  private static List<Payload> stream() {
    return new ArrayList<>(
        IntStream.range(0, COUNT).mapToObj(i -> payload(0, i)).toList());
  }

  private static Payload payload(int publisher, int sequence) {
    return new Stamp(RUN, publisher, sequence, 0, 0).payload(100);
  }

  private static Sent sent(int publisher, BitSet refused) {
    return new Sent(publisher, COUNT, refused, 0, new Histogram(3), new Histogram(3), 0, 0);
  }

  private static Heard heard(List<Payload> stream) {
    Ear ear = new Ear(RUN, BEAT, Map.of());
    stream.forEach(ear::hear);
    return ear.heard();
  }
}
