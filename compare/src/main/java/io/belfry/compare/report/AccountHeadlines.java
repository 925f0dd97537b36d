package io.belfry.compare.report;

import io.belfry.compare.report.Headline.Kind;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether everything came once, in order and whole, where the layers are not told apart. */
final class AccountHeadlines {

  private AccountHeadlines() {}

  static List<Headline> of(List<Scene> scenes) {
    List<String> flawless = new ArrayList<>();
    List<Headline> headlines = new ArrayList<>();
    for (Scene scene : scenes) {
      Map<String, Account> accounts = accounts(scene);
      if (!accounts.isEmpty() && accounts.values().stream().allMatch(Account::isFlawless)) {
        flawless.add(scene.name());
      }
      accounts.forEach((name, account) -> {
        if (!account.isFlawless()) {
          headlines.add(
              new Headline(Kind.ACCOUNT, scene.name(), name + " " + flaws(account) + "."));
        }
      });
    }
    if (!flawless.isEmpty()) {
      headlines.add(new Headline(
          Kind.ACCOUNT,
          "",
          "In " + inWords(flawless)
              + " nothing was lost, repeated, out of order or corrupt, with any of them."));
    }
    return headlines;
  }

  private static Map<String, Account> accounts(Scene scene) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (Finding finding : scene.findings()) {
      if (!finding.point().containsKey(Place.LAYER) && !finding.runs().isEmpty()) {
        accounts.merge(finding.contestant(), finding.account(), Account::plus);
      }
    }
    return accounts;
  }

  private static String flaws(Account account) {
    List<String> parts = new ArrayList<>();
    if (account.missed() > 0) {
      parts.add("lost " + LayerHeadlines.lost(account));
    }
    if (account.repeated() > 0) {
      parts.add("repeated " + Units.whole(account.repeated()));
    }
    if (account.reordered() > 0) {
      parts.add("delivered " + Units.whole(account.reordered()) + " out of order");
    }
    if (account.corrupt() > 0) {
      parts.add("delivered " + Units.whole(account.corrupt()) + " that had not been sent so");
    }
    return inWords(parts);
  }

  /** With an "and" before the last. */
  static String inWords(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
