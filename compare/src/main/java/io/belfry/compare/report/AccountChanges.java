package io.belfry.compare.report;

import io.belfry.compare.report.Change.Kind;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What became of messages that did not become of them before. None of it is taken for noise. */
final class AccountChanges {

  private static final Map<String, ToLongFunction<Account>> PARTS = parts();

  private AccountChanges() {}

  static List<Change> of(Pair pair) {
    List<Change> changes = new ArrayList<>();
    if (pair.isMeasuredTwice()) {
      Account before = pair.before().map(Finding::account).orElse(Account.NONE);
      Account after = pair.after().map(Finding::account).orElse(Account.NONE);
      PARTS.forEach((name, part) -> {
        Share was = Share.of(before, part);
        Share is = Share.of(after, part);
        if (was.value() != is.value()) {
          changes.add(change(pair, name, was, is));
        }
      });
    }
    return changes;
  }

  private static Change change(Pair pair, String name, Share was, Share is) {
    Kind kind = is.value() > was.value() ? Kind.WORSE : Kind.BETTER;
    String text = name + " " + was.said() + " → " + is.said();
    return pair.change(name, kind, (double) was.part, (double) is.part, text);
  }

  private static Map<String, ToLongFunction<Account>> parts() {
    Map<String, ToLongFunction<Account>> parts = new LinkedHashMap<>();
    parts.put("lost", Account::lost);
    parts.put("repeated", Account::repeated);
    parts.put("reordered", Account::reordered);
    parts.put("corrupt", Account::corrupt);
    parts.put("refused", Account::refused);
    return parts;
  }

  /** As many of so many: with more repeats there are more of everything. */
  private record Share(long part, long whole) {

    static Share of(Account account, ToLongFunction<Account> part) {
      return new Share(part.applyAsLong(account), account.expected());
    }

    double value() {
      return (double) part / Math.max(1, whole);
    }

    String said() {
      return Units.whole(part) + " of " + Units.whole(whole);
    }
  }
}
