package io.belfry.compare.load;

import io.belfry.compare.result.Account;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Compares what was sent with what came. */
public final class Accounting {

  private Accounting() {}

  /**
   * Where each receiver is to get everything.
   *
   * @param sent what the publishers say
   * @param heard what the receivers say
   * @return the account
   */
  public static Account ofEach(Collection<Sent> sent, Collection<Heard> heard) {
    Account all = sums(sent, heard);
    long expected = taken(sent) * heard.size();
    long lost = heard.stream().mapToLong(one -> lost(sent, one.seen())).sum();
    return account(all, expected, lost, all.repeated());
  }

  /**
   * Where every message is for one receiver, whichever it is.
   *
   * @param sent what the publishers say
   * @param heard what the receivers say
   * @return the account
   */
  public static Account ofOne(Collection<Sent> sent, Collection<Heard> heard) {
    Account all = sums(sent, heard);
    Map<Integer, BitSet> union = new HashMap<>();
    heard.forEach(one -> one.seen()
        .forEach((publisher, seen) ->
            union.computeIfAbsent(publisher, any -> new BitSet()).or(seen)));
    long different = union.values().stream().mapToLong(BitSet::cardinality).sum();
    return account(all, taken(sent), lost(sent, union), all.received() - different);
  }

  private static Account account(Account all, long expected, long lost, long repeated) {
    return new Account(
        all.sent(),
        all.refused(),
        expected,
        all.received(),
        lost,
        repeated,
        all.reordered(),
        all.corrupt());
  }

  private static Account sums(Collection<Sent> sent, Collection<Heard> heard) {
    long refused = sent.stream().mapToLong(one -> one.refused().cardinality()).sum();
    return new Account(
        taken(sent),
        refused,
        0,
        heard.stream().mapToLong(Heard::received).sum(),
        0,
        heard.stream().mapToLong(Heard::repeated).sum(),
        heard.stream().mapToLong(Heard::reordered).sum(),
        heard.stream().mapToLong(Heard::corrupt).sum());
  }

  private static long taken(Collection<Sent> sent) {
    return sent.stream()
        .mapToLong(one -> one.count() - one.refused().cardinality())
        .sum();
  }

  /** What was refused is not lost: whoever sent it was told. */
  private static long lost(Collection<Sent> sent, Map<Integer, BitSet> seen) {
    long lost = 0;
    for (Sent one : sent) {
      BitSet missing = new BitSet();
      missing.set(0, (int) one.count());
      missing.andNot(one.refused());
      missing.andNot(seen.getOrDefault(one.publisher(), new BitSet()));
      lost += missing.cardinality();
    }
    return lost;
  }
}
