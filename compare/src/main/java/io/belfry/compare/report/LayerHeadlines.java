package io.belfry.compare.report;

import io.belfry.compare.report.Headline.Kind;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the service makes of a bare transport when something breaks: the same fault on both. */
final class LayerHeadlines {

  private static final List<Metric> LATENESS = List.of(Metric.RECOVERY, Metric.CAUGHT_UP);

  private final List<Pair> pairs = new ArrayList<>();
  private final List<Headline> headlines = new ArrayList<>();

  private LayerHeadlines() {}

  static List<Headline> of(List<Scene> scenes) {
    LayerHeadlines layers = new LayerHeadlines();
    scenes.stream().filter(Scene::isFault).forEach(layers::add);
    layers.lead();
    return layers.headlines;
  }

  private void add(Scene scene) {
    for (Finding finding : scene.findings()) {
      if (is(finding, Place.BARE)) {
        Optional<Finding> service = other(scene, finding, Place.SERVICE);
        service.ifPresent(found -> pairs.add(new Pair(finding.account(), found.account())));
        headlines.add(new Headline(Kind.SERVICE, about(finding), sentence(finding, service)));
      } else if (is(finding, Place.SERVICE) && other(scene, finding, Place.BARE).isEmpty()) {
        String text = "with the service " + withService(finding)
            + "; there is no figure of the bare transport.";
        headlines.add(new Headline(Kind.SERVICE, about(finding), text));
      }
    }
  }

  private static boolean is(Finding finding, String layer) {
    return layer.equals(finding.point().get(Place.LAYER)) && !finding.runs().isEmpty();
  }

  /** The same of the other layer. */
  private static Optional<Finding> other(Scene scene, Finding one, String layer) {
    Map<String, String> rest = Place.without(one.point(), Place.LAYER);
    return scene.findings().stream()
        .filter(finding -> is(finding, layer))
        .filter(finding -> finding.contestant().equals(one.contestant()))
        .filter(finding -> Place.without(finding.point(), Place.LAYER).equals(rest))
        .findFirst();
  }

  private static String about(Finding bare) {
    String place = Place.said(Place.without(bare.point(), Place.LAYER));
    return bare.scenario() + (place.isEmpty() ? "" : ", " + place) + ", " + bare.contestant();
  }

  private static String sentence(Finding bare, Optional<Finding> service) {
    List<String> flaws = flaws(bare.account());
    String start = "the bare transport lost " + lost(bare.account())
        + (flaws.isEmpty() ? "" : " (and " + AccountHeadlines.inWords(flaws) + ")");
    return service
        .map(found -> start + "; with the service above it " + withService(found) + ".")
        .orElse(start + "; there is no figure with the service above it.");
  }

  private static String withService(Finding service) {
    Account account = service.account();
    List<String> parts = new ArrayList<>();
    parts.add(lost(account) + (account.missed() == 1 ? " was lost" : " were lost"));
    parts.addAll(flaws(account));
    if (account.repeated() == 0) {
      parts.add("none came twice");
    }
    LATENESS.forEach(metric -> lateness(service, metric).ifPresent(parts::add));
    return AccountHeadlines.inWords(parts);
  }

  /** Those that there are, besides losses. */
  private static List<String> flaws(Account account) {
    List<String> flaws = new ArrayList<>();
    if (account.repeated() > 0) {
      flaws.add(Units.whole(account.repeated()) + " came twice");
    }
    if (account.reordered() > 0) {
      flaws.add(Units.whole(account.reordered()) + " came out of order");
    }
    if (account.corrupt() > 0) {
      flaws.add(Units.whole(account.corrupt()) + " had not been sent so");
    }
    return flaws;
  }

  private static Optional<String> lateness(Finding finding, Metric metric) {
    double median = finding.spread(metric).median();
    return Double.isNaN(median)
        ? Optional.empty()
        : Optional.of(Term.of(metric).name() + " took " + Units.inWords(metric, median));
  }

  private void lead() {
    if (pairs.isEmpty()) {
      return;
    }
    Account bare = pairs.stream().map(Pair::bare).reduce(Account.NONE, Account::plus);
    Account service = pairs.stream().map(Pair::service).reduce(Account.NONE, Account::plus);
    String text = "When something went wrong, the bare transports lost " + lost(bare)
        + "; with the service above them " + lost(service)
        + (service.missed() == 1 ? " was lost." : " were lost.");
    headlines.add(new Headline(Kind.LEADING, "", text));
  }

  /** Such as {@code 12 of 3,000 deliveries (0.4 %, 10 of them refused)}. */
  static String lost(Account account) {
    if (account.missed() == 0) {
      return "none of the " + Units.whole(account.wanted()) + " deliveries";
    }
    long refused = account.missed() - account.lost();
    return Units.whole(account.missed()) + " of " + Units.whole(account.wanted())
        + " deliveries (" + Units.share(account.missed(), account.wanted())
        + (refused == 0 ? ")" : ", " + Units.whole(refused) + " of them refused)");
  }

  private record Pair(Account bare, Account service) {}
}
